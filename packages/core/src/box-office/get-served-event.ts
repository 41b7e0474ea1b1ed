import type { Booking } from "../booking/booking.ts";
import { getVisibleBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { BookingId, EventId } from "../ids.ts";
import { may } from "../organization/may.ts";
import type { MemberRole } from "../organization/organization.ts";
import { refusedTo } from "../organization/refused-to.ts";
import type { Actor } from "../user/user.ts";

/** What somebody has to be in the organization of an event to work at its box office. */
const served: MemberRole = "box_office";

/** The event for whoever works at its box office, read consistently. Throws EVENT_NOT_FOUND, FORBIDDEN. */
export const getServedEvent = (core: Core, actor: Actor, event_id: EventId): Promise<StoredEvent> =>
  getOwnEvent(core, actor, event_id, served);

/** The same with one of its bookings. Throws BOOKING_NOT_FOUND for whoever may not see it, FORBIDDEN for its buyer. */
export async function getServedBooking(
  core: Core,
  actor: Actor,
  booking_id: BookingId,
): Promise<{ booking: Booking; event: StoredEvent }> {
  const booking = await getVisibleBooking(core, actor, booking_id);
  const event = await findEvent(core.table, booking.event_id);
  if (!event) throw new EventlyError("BOOKING_NOT_FOUND", {});
  if (!may(actor, event, served)) throw refusedTo(actor, event);
  return { booking, event };
}

/** Throws EVENT_STATUS_CONFLICT for a draft, whose seats may still be others, and for an event that is called off. */
export function requireTakesPlace({ status }: StoredEvent): void {
  if (status !== "published" && status !== "paused") throw new EventlyError("EVENT_STATUS_CONFLICT", { status });
}
