import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import { putJournal } from "../journal/journal.table.ts";
import type { JournalAction } from "../journal/journal.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import type { Actor } from "../user/user.ts";
import { getVenue } from "../venue/get-venue.ts";
import { moveStatus, putCatalogChange, reviseEvent, type StoredEvent, viewEvent } from "./event.table.ts";
import type { EventStatus } from "./event.ts";
import { findEvent } from "./find-event.ts";
import type { Plan } from "./revise-latest.ts";

/** Who changes a status and why; a job has no actor. */
export type StatusChange = {
  actor: Actor | null;
  reason?: string | undefined;
  lease?: IdempotencyLease | null;
  /** Written in the same transaction. */
  alongside?: Action[];
};

const actions = {
  published: "event.published",
  paused: "event.paused",
  cancelling: "event.cancelling",
  cancelled: "event.cancelled",
  draft: "event.seats_copied",
  deleting: "event.deleting",
} as const satisfies Record<EventStatus, JournalAction>;

/** How often a change is tried again that met another one, which left the status as it was. */
const maxAttempts = 5;

/**
 * A conditional change from the status that was read, in the journal and logged for every process's catalog. Answers
 * the event as it is then. Throws EVENT_STATUS_CONFLICT.
 */
export async function changeStatus(
  core: Core,
  event: StoredEvent,
  to: EventStatus,
  change: StatusChange,
): Promise<StoredEvent> {
  const { status, after_copy } = event;
  let current: StoredEvent | null = event;
  for (let attempt = 0; attempt < maxAttempts && current; attempt++) {
    const by = randomUUID();
    const changed = await write(core, current, to, change, by);
    core.events.forget(event.event_id);
    if (changed.done) return changed.event;
    current = await findEvent(core.table, event.event_id);
    if (current?.revised_by === by || current?.status === to) return current;
    if (current?.status !== status || current.after_copy !== after_copy) break;
  }
  throw new EventlyError("EVENT_STATUS_CONFLICT", { status: current?.status ?? "gone" });
}

async function write(
  core: Core,
  event: StoredEvent,
  to: EventStatus,
  { actor, reason, lease = null, alongside = [] }: StatusChange,
  by: string,
): Promise<{ done: true; event: StoredEvent } | { done: false }> {
  const now = core.clock();
  const { event_id, status, revision } = event;
  const never_shown = event.never_shown || (status === "draft" && to === "cancelling");
  const first = status === "draft" && to === "published" ? await firstPublication(core, event) : null;
  const moved = { status: to, after_copy: null, never_shown, revision: revision + 1 };
  const after: StoredEvent = {
    ...event,
    ...first?.change,
    ...moved,
    ...(to === "published" ? { archived_at: null } : {}),
  };
  const writes = [
    reviseEvent(event, { ...moveStatus(event, to, now), ...first?.change }, by),
    putCatalogChange(event_id, now),
    putJournal({
      ...{ subject: event_id, at: now, actor, action: actions[to], revision: revision + 1, reason },
      changes: { status: { before: status, after: to } },
    }),
    ...(first?.alongside ?? []),
    ...alongside,
  ];
  const outcome = await transactIdempotent(core.table, writes, { lease, response: { output: viewEvent(after) } });
  return outcome.done ? { done: true, event: after } : { done: false };
}

/** An event is published in its venue's time zone of that moment, which stays from then on. */
async function firstPublication(core: Core, { venue_id }: StoredEvent): Promise<Plan> {
  const { timezone, timezone_fixed } = await getVenue(core, { venue_id });
  const fix = update({
    key: keys.venue(venue_id),
    update: "SET timezone_fixed = :yes",
    condition: "#timezone = :zone",
    names: { "#timezone": "timezone" },
    values: { ":yes": true, ":zone": timezone },
  });
  return { change: { timezone }, alongside: timezone_fixed ? [] : [fix] };
}
