import type { Core } from "../core.ts";
import { draftEvent } from "../event/draft-event.ts";
import { viewEvent } from "../event/event.table.ts";
import type { CreateEvent, Event } from "../event/event.ts";
import { findBegun } from "../event/find-begun.ts";
import { createSeats, resumeSeats } from "../event-seats/create-seats.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { takeOverAfter } from "../table/due-index.ts";
import type { Actor } from "../user/user.ts";

/**
 * Creates a draft with a copy of every seat of the venue, then publishes it unless `status` is draft. The draft is
 * stored before the first seat is copied, so scheduled work can finish after a crash. Throws VENUE_NOT_FOUND,
 * FORBIDDEN, VENUE_WITHOUT_SEATS, SEAT_TYPES_UNPRICED, INVALID_INPUT, VENUE_BUSY, QUOTA_EXCEEDED, CREATION_RUNNING, PAYMENTS_NOT_READY.
 */
export async function createEvent(
  core: Core,
  actor: Actor,
  input: CreateEvent,
  lease: IdempotencyLease | null = null,
): Promise<Event> {
  const begun = await findBegun(core, actor, lease);
  if (begun && begun.after_copy === null) return viewEvent(begun);
  if (begun) return viewEvent(await resumeSeats(core, begun));
  const look_at = core.clock() + takeOverAfter;
  const draft = await draftEvent(core, actor, input, { look_at, lease, isCreation: true });
  return viewEvent(await createSeats(core, draft));
}
