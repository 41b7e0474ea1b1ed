import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { BookingId, EventId } from "../ids.ts";
import { isMember, may } from "../organization/may.ts";
import { refusedTo } from "../organization/refused-to.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import { toBooking } from "./booking.table.ts";
import type { Booking, OwnBookingView } from "./booking.ts";
import { findLink, nameOfLink } from "./booking-link.ts";
import { viewBooking } from "./view-booking.ts";

/** Looks up a booking by its id, with consistent reads through its pointer; null if it doesn't exist. */
export async function findBooking(core: Core, booking_id: BookingId): Promise<Booking | null> {
  const pointer = await readItem(core.table, keys.bookingPointer(booking_id));
  if (!pointer) return null;
  const item = await readItem(core.table, keys.booking(pointer.event_id as EventId, String(pointer.booked_at)));
  return item ? toBooking(item) : null;
}

/** A booking for its buyer. Throws BOOKING_NOT_FOUND for anyone else. */
export async function getBookedBy(core: Core, actor: Actor, booking_id: BookingId): Promise<Booking> {
  const booking = await findBooking(core, booking_id);
  if (booking?.user_id !== actor.user_id) throw new EventlyError("BOOKING_NOT_FOUND", {});
  return booking;
}

/** A booking for its buyer or the event's box office. Throws FORBIDDEN for another member, SUSPENDED, BOOKING_NOT_FOUND for anyone else. */
export async function getVisibleBooking(core: Core, actor: Actor, booking_id: BookingId): Promise<Booking> {
  const booking = await findBooking(core, booking_id);
  if (!booking) throw new EventlyError("BOOKING_NOT_FOUND", {});
  if (booking.user_id === actor.user_id) return booking;
  const event = await core.events.find(booking.event_id);
  if (!event || !isMember(actor, event)) throw new EventlyError("BOOKING_NOT_FOUND", {});
  if (!may(actor, event, "box_office")) throw refusedTo(actor, event);
  if (actor.suspended) throw suspendedFromBuyers();
  return booking;
}

/** What belongs to those who bought is not shown to whom the operator has stopped. */
export const suspendedFromBuyers = (): EventlyError =>
  new EventlyError("SUSPENDED", {}, "This account is suspended: it can't read who booked until it is resumed.");

/** With its link for its buyer. Throws BOOKING_NOT_FOUND. */
export async function getBooking(
  core: Core,
  actor: Actor,
  { booking_id }: { booking_id: BookingId },
): Promise<OwnBookingView> {
  const booking = await getVisibleBooking(core, actor, booking_id);
  if (booking.user_id !== actor.user_id) return viewBooking(core, actor, booking);
  const [view, link] = await Promise.all([viewBooking(core, actor, booking), findLink(core, booking)]);
  return { ...view, link: nameOfLink(link) };
}
