import type { Core } from "@evently/core/core";
import { EventId, UserId, VenueId } from "@evently/core/ids";
import { dynamicUpdate, put, update } from "@evently/core/table/actions";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { type Action, transact } from "@evently/core/table/transact";
import { updateItem } from "@evently/core/table/update-item";
import * as z from "zod/mini";

/**
 * The progress of seeding, on one item. `anchor` (epoch seconds) is its start, from which all dates count. Venues are
 * recorded by the key of their hall; `drafted` and `copied` count concerts, `last` is the one drafted last. `staged` holds
 * the events that have a scene by their index, `played` whether it was played; a table begun before scenes has neither.
 * `series` holds the first event of each series by its index; one begun before series goes on without them.
 */
export const Progress = z.object({
  anchor: z.number(),
  organizer: z.nullable(UserId),
  venues: z.record(z.string(), VenueId),
  seated: z.record(z.string(), z.boolean()),
  drafted: z.int(),
  copied: z.int(),
  last: z.nullable(EventId),
  staged: z.optional(z.record(z.string(), EventId)),
  played: z.optional(z.record(z.string(), z.boolean())),
  series: z.optional(z.record(z.string(), EventId)),
});
export type Progress = z.infer<typeof Progress>;

/** The progress; starts it if the table is empty; null if the table is already in use. */
export async function findProgress(core: Core): Promise<Progress | null> {
  const item = await readItem(core.table, keys.seed());
  if (item) return Progress.parse(item);
  if (!(await isEmpty(core))) return null;
  const begun: Progress = {
    anchor: core.clock(),
    organizer: null,
    venues: {},
    seated: {},
    drafted: 0,
    copied: 0,
    last: null,
    staged: {},
    played: {},
    series: {},
  };
  await transact(core.table, [put({ put: { ...keys.seed(), ...begun }, condition: "attribute_not_exists(pk)" })]);
  return findProgress(core);
}

/** Whether no id was ever issued. */
async function isEmpty(core: Core): Promise<boolean> {
  const sequences = await Promise.all(
    ["user", "venue", "event"].map((kind) => readItem(core.table, keys.sequence(kind))),
  );
  return sequences.every((sequence) => sequence === null);
}

export const noteVenue = (hall: string, venue_id: VenueId): Action =>
  update({
    key: keys.seed(),
    update: "SET venues.#hall = :venue",
    condition: "attribute_not_exists(venues.#hall)",
    names: { "#hall": hall },
    values: { ":venue": venue_id },
  });

/** Written in the transaction of the draft, so that a concert is never drafted twice; `maps` are those that note it. */
export function noteDraft(drafted: number, event_id: EventId, maps: readonly ("staged" | "series")[]): Action {
  const noted = maps.map((map) => `, ${map}.#index = :event`).join("");
  return dynamicUpdate({
    key: keys.seed(),
    update: `SET drafted = :next, #last = :event${noted}`,
    condition: "drafted = :drafted",
    names: { "#last": "last", ...(maps.length > 0 ? { "#index": String(drafted) } : {}) },
    values: { ":drafted": drafted, ":next": drafted + 1, ":event": event_id },
  });
}

export async function notePlayed(core: Core, index: string): Promise<void> {
  const names = { "#index": index };
  await updateItem(
    core.table,
    update({ key: keys.seed(), update: "SET played.#index = :yes", names, values: { ":yes": true } }),
  );
}

export async function noteOrganizer(core: Core, organizer: UserId): Promise<void> {
  const write = update({ key: keys.seed(), update: "SET organizer = :organizer", values: { ":organizer": organizer } });
  await updateItem(core.table, write);
}

export async function noteSeated(core: Core, hall: string): Promise<void> {
  const names = { "#hall": hall };
  await updateItem(
    core.table,
    update({ key: keys.seed(), update: "SET seated.#hall = :yes", names, values: { ":yes": true } }),
  );
}

export async function noteCopied(core: Core, copied: number): Promise<void> {
  await updateItem(
    core.table,
    update({
      key: keys.seed(),
      update: "SET copied = :copied",
      condition: "copied < :copied",
      values: { ":copied": copied },
    }),
  );
}
