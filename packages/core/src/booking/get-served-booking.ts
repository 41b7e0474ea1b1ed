import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import type { BookingId } from "../ids.ts";
import { may } from "../organization/may.ts";
import { refusedTo } from "../organization/refused-to.ts";
import type { Actor } from "../user/user.ts";
import type { Booking } from "./booking.ts";
import { getVisibleBooking } from "./get-booking.ts";

/**
 * A booking and its event, read consistently, for whoever works at its box office. Throws BOOKING_NOT_FOUND for whoever may not see it,
 * FORBIDDEN for its buyer.
 */
export async function getServedBooking(
  core: Core,
  actor: Actor,
  booking_id: BookingId,
): Promise<{ booking: Booking; event: StoredEvent }> {
  const booking = await getVisibleBooking(core, actor, booking_id);
  const event = await findEvent(core.table, booking.event_id);
  if (!event) throw new EventlyError("BOOKING_NOT_FOUND", {});
  if (!may(actor, event, "box_office")) throw refusedTo(actor, event);
  return { booking, event };
}
