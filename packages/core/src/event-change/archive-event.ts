import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { endTime } from "../event/event.rules.ts";
import { type StoredEvent, viewEvent } from "../event/event.table.ts";
import type { ArchiveEvent, Event } from "../event/event.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { reviseLatest } from "../event/revise-latest.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { putJournal } from "../journal/journal.table.ts";
import { toInstant, toSeconds } from "../time.ts";
import { sellersOf } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";

/**
 * Puts an event out of its organizer's way, or back; idempotent. Throws EVENT_NOT_FOUND, FORBIDDEN, and
 * EVENT_STATUS_CONFLICT for what still takes place.
 */
export async function archiveEvent(
  core: Core,
  actor: Actor,
  { event_id, archived }: ArchiveEvent,
  lease: IdempotencyLease | null = null,
): Promise<Event> {
  const read = await getOwnEvent(core, actor, event_id);
  const plan = (event: StoredEvent, now: number) => {
    if ((event.archived_at !== null) === archived) return null;
    if (archived && !isOver(event, now)) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: event.status });
    const archived_at = archived ? toInstant(now) : undefined;
    const action = archived ? "event.archived" : "event.unarchived";
    const entry = putJournal({ subject: event_id, at: now, actor, action, revision: event.revision + 1 });
    return { change: { archived_at }, alongside: [entry] };
  };
  return viewEvent(await reviseLatest(core, read, plan, { lease, accounts: sellersOf(actor, read) }));
}

/** Cancelled or ended, or never begun to be sold. */
function isOver(event: StoredEvent, now: number): boolean {
  const { status } = event;
  return status === "draft" || status === "cancelled" || (status !== "cancelling" && toSeconds(endTime(event)) <= now);
}
