import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { toUser } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { toVersions } from "../user/versions.ts";
import type { Booking, BookingLink, BookingView } from "./booking.ts";
import { bookingOfLink, opensBooking } from "./booking-link.ts";
import { cancelFound } from "./cancel-booking.ts";
import { findBooking } from "./get-booking.ts";
import { viewBooking } from "./view-booking.ts";

/** A booking, and who acts for whoever has its link. */
export type Opened = { booking: Booking; holder: Actor };

/** The booking of a link, for whoever has it. Throws BOOKING_NOT_FOUND for anything else. */
export async function getByLink(core: Core, { link }: { link: BookingLink }): Promise<BookingView> {
  const { booking, holder } = await openLink(core, link);
  return viewBooking(core, holder, booking);
}

/** As its buyer could. Throws BOOKING_NOT_FOUND, BOOKING_ALREADY_CANCELLED, CANCELLATION_CLOSED, REFUND_CHANGED, SUSPENDED. */
export async function cancelByLink(
  core: Core,
  { link, refund }: { link: BookingLink; refund?: number | undefined },
  { request_id }: { request_id: string },
): Promise<BookingView> {
  const { booking, holder } = await openLink(core, link);
  if (holder.suspended) throw new EventlyError("SUSPENDED", {});
  return cancelFound(core, { ...holder, request_id }, booking, null, refund);
}

/**
 * Whoever has the link may do with the booking what its buyer may, and nothing else: `holder` acts for them, for this booking
 * alone, without the role that they have. Throws BOOKING_NOT_FOUND.
 */
export async function openLink(core: Core, link: BookingLink): Promise<Opened> {
  const booking_id = bookingOfLink(link);
  const booking = booking_id && (await findBooking(core, booking_id));
  const buyer = booking && (await readItem(core.table, keys.user(booking.user_id)));
  if (!buyer || !opensBooking(core.linkKeys, link, booking, toVersions(buyer)))
    throw new EventlyError("BOOKING_NOT_FOUND", {});
  const { user_id, suspended } = toUser(buyer);
  return { booking, holder: { user_id, role: "guest", ...(suspended ? { suspended } : {}) } };
}
