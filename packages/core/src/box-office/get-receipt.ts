import type { OwnBookingView } from "../booking/booking.ts";
import { findLink, nameOfLink } from "../booking/booking-link.ts";
import { getServedBooking } from "../booking/get-served-booking.ts";
import { viewBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { BookingId } from "../ids.ts";
import type { Actor } from "../user/user.ts";

/**
 * A booking that was made at the box office, with its link: whoever bought it there has nothing else to open it by. Throws
 * BOOKING_NOT_FOUND, FORBIDDEN.
 */
export async function getReceipt(
  core: Core,
  actor: Actor,
  { booking_id }: { booking_id: BookingId },
): Promise<OwnBookingView> {
  const { booking } = await getServedBooking(core, actor, booking_id);
  if (!booking.counter) throw new EventlyError("BOOKING_NOT_FOUND", {});
  const [view, link] = await Promise.all([viewBooking(core, actor, booking), findLink(core, booking)]);
  return { ...view, link: nameOfLink(link) };
}
