import type { OwnBookingView } from "../booking/booking.ts";
import { linkOf, nameOfLink } from "../booking/booking-link.ts";
import { getServedBooking } from "../booking/get-served-booking.ts";
import { viewBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { BookingId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import { toVersions } from "../user/versions.ts";

/**
 * A booking that was made at the box office, with its link while its buyer is the guest who bought it there, and has nothing
 * else to open it by. In somebody's account it is theirs: the link of now is for them alone. Throws BOOKING_NOT_FOUND,
 * FORBIDDEN.
 */
export async function getReceipt(
  core: Core,
  actor: Actor,
  { booking_id }: { booking_id: BookingId },
): Promise<OwnBookingView> {
  const { booking } = await getServedBooking(core, actor, booking_id);
  if (!booking.counter) throw new EventlyError("BOOKING_NOT_FOUND", {});
  const [view, buyer] = await Promise.all([
    viewBooking(core, actor, booking),
    readItem(core.table, keys.user(booking.user_id)),
  ]);
  return buyer?.role === "guest"
    ? { ...view, link: nameOfLink(linkOf(core.linkKeys, booking, toVersions(buyer))) }
    : view;
}
