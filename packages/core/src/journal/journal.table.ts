import { createHash, randomUUID } from "node:crypto";
import type { DoorKeyId, EventId, OwnerId, UserId, VenueId } from "../ids.ts";
import { update } from "../table/actions.ts";
import { journalOf, keys } from "../table/keys.ts";
import type { Query } from "../table/query-items.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { type JournalAction, JournalEntry, operator } from "./journal.ts";

export type Changes = JournalEntry["changes"];

/** Whoever acts, or the key that they have to a door. */
type Doer = Pick<Actor, "request_id"> & { user_id: UserId | DoorKeyId };

type Done = {
  subject: EventId | VenueId | OwnerId;
  /** Epoch seconds. */
  at: number;
  /** Null for a job. */
  actor: Doer | typeof operator | null;
  action: JournalAction;
  changes?: Changes;
  reason?: string | undefined;
  revision?: number;
  /** What tells it from other entries of the same request, which may be of the same millisecond. */
  part?: string;
};

/** What was done, to be written in the transaction that does it; names and addresses of people don't belong in it. */
export function putJournal({ subject, at, actor, action, changes = {}, reason, revision, part }: Done): Action {
  const instant = toInstant(at);
  const person = actor === operator ? null : actor;
  const request_id = person?.request_id ?? randomUUID();
  const entry = {
    ...{
      at: instant,
      actor_id: actor === operator ? operator : (person?.user_id ?? null),
      request_id,
      action,
      changes: shorten(changes),
    },
    ...{ reason: reason ?? null, revision: revision ?? null },
  };
  return { put: { ...keys.journal(subject, instant, part ? `${request_id}-${part}` : request_id), ...entry } };
}

/** What the operator wrote of a person goes with the person; what was done, and when, stays. */
export function dropReason({ pk, sk }: Item): UpdateAction {
  return update({
    key: { pk: String(pk), sk: String(sk) },
    update: "SET reason = :none",
    condition: "attribute_exists(pk)",
    values: { ":none": null },
  });
}

export const toJournalEntry = (item: Item): JournalEntry => JournalEntry.parse(item);

export const entriesOf = (subject: EventId | VenueId | OwnerId): Query => ({ partition: journalOf(subject) });

/** In bytes of JSON: an entry is at most about 4 kB, so that it costs at most 4 units. */
export const longestValue = 400;
const longestEntry = 3_500;

function shorten(changes: Changes): Changes {
  const shortened = mapValues(changes, (value) => (sizeOf(value) > longestValue ? digest(value) : value));
  return sizeOf(shortened) > longestEntry ? mapValues(changes, digest) : shortened;
}

const mapValues = (changes: Changes, map: (value: unknown) => unknown): Changes =>
  Object.fromEntries(
    Object.entries(changes).map(([field, { before, after }]) => [field, { before: map(before), after: map(after) }]),
  );

export const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value ?? null));

function digest(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { length: text.length, sha256: createHash("sha256").update(text).digest("hex").slice(0, 16) };
}

/** Which fields changed, of what is a person's name or address, and not from what to what: an entry outlives both. */
export const nameChanged = (fields: readonly string[]): Changes =>
  Object.fromEntries(fields.map((field) => [field, { before: null, after: null }]));

/** The fields of `after` that differ from `before`, with both values; what is absent is null. */
export function listChanges(before: Item, after: Item): Changes {
  const fields = Object.keys(after).filter(
    (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  );
  return Object.fromEntries(
    fields.map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }]),
  );
}
