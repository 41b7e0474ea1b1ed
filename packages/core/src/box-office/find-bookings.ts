import { findBuyers } from "../booking/find-buyers.ts";
import { readBookings } from "../booking/read-bookings.ts";
import { viewBookings } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import type { BookingId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import type { FindBookings, ServedBooking } from "./box-office.ts";
import { getServedEvent } from "./get-served-event.ts";

/** The confirmed bookings that have some of these seats, oldest first. Throws EVENT_NOT_FOUND, FORBIDDEN, UNAVAILABLE. */
export async function findBookings(
  core: Core,
  actor: Actor,
  { event_id, seats }: FindBookings,
): Promise<{ items: ServedBooking[] }> {
  await getServedEvent(core, actor, event_id);
  const sold = await readItems(
    core.table,
    seats.map((seat) => keys.seat(event_id, seat)),
    { attributes: ["booking_id"] },
  );
  const ids = new Set(sold.flatMap(({ booking_id }) => (booking_id ? [booking_id as BookingId] : [])));
  const bookings = (await readBookings(core.table, [...ids]))
    .filter(({ state }) => state === "confirmed")
    .sort((a, b) => (a.booking_date < b.booking_date ? -1 : 1));
  const [views, buyerOf] = await Promise.all([viewBookings(core, actor, bookings), findBuyers(core, bookings)]);
  return {
    items: views.flatMap((view, i) => {
      const booking = bookings[i];
      return booking ? [{ ...view, buyer: buyerOf(booking), from_blocks: booking.from_blocks ?? [] }] : [];
    }),
  };
}
