import type { Booking } from "../booking/booking.ts";
import { getVisibleBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { canManage, isVisibleTo } from "../event/event.rules.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import type { BookingId, EventId } from "../ids.ts";
import type { Actor } from "../user/user.ts";

/** Whether this actor works at the event's box office. */
const mayServe = (event: StoredEvent, actor: Actor): boolean => canManage(event, actor);

/**
 * The event for whoever works at its box office, read consistently. Throws EVENT_NOT_FOUND, also for a draft that the
 * caller may not see, and FORBIDDEN for one that is public.
 */
export async function getServedEvent(core: Core, actor: Actor, event_id: EventId): Promise<StoredEvent> {
  const event = await findEvent(core.table, event_id);
  if (!event || !isVisibleTo(event, actor)) throw new EventlyError("EVENT_NOT_FOUND", {});
  if (!mayServe(event, actor))
    throw new EventlyError("FORBIDDEN", { role: actor.role }, "This event has another box office.");
  return event;
}

/** The same with one of its bookings. Throws BOOKING_NOT_FOUND for whoever may not see it, FORBIDDEN for its buyer. */
export async function getServedBooking(
  core: Core,
  actor: Actor,
  booking_id: BookingId,
): Promise<{ booking: Booking; event: StoredEvent }> {
  const booking = await getVisibleBooking(core, actor, booking_id);
  const event = await findEvent(core.table, booking.event_id);
  if (!event) throw new EventlyError("BOOKING_NOT_FOUND", {});
  if (mayServe(event, actor)) return { booking, event };
  throw new EventlyError("FORBIDDEN", { role: actor.role }, "Only the event's box office can do this.");
}

/** Throws EVENT_STATUS_CONFLICT for a draft, whose seats may still be others, and for an event that is called off. */
export function requireTakesPlace({ status }: StoredEvent): void {
  if (status !== "published" && status !== "paused") throw new EventlyError("EVENT_STATUS_CONFLICT", { status });
}
