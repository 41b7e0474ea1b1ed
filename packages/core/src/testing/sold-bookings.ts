import { putBooking, putBookingPointer, toBookingDate } from "../booking/booking.table.ts";
import { Booking } from "../booking/booking.ts";
import { SeatId } from "../ids.ts";
import { dynamicUpdate } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import { id } from "./id.ts";
import type { TestCore } from "./open-core.ts";
import type { Sale } from "./open-event.ts";

/** Far above the ids that a test's own sequences give; no two bookings share a number. */
let number = 500_000;

/** The booking of seat A-{n + 1} by buyer number n of an event, as a free sale leaves it. */
export function newBooking({ clock }: Pick<TestCore, "clock">, { event_id }: Sale, n: number): Booking {
  number += 1;
  const booking_id = id.booking(number);
  const seat = SeatId.parse(`A-${n + 1}`);
  return Booking.parse({
    ...{ booking_id, event_id, user_id: id.user(number), holding_id: id.holding(number) },
    buyer: { name: `Buyer ${n}`, email: `buyer-${n}@example.org` },
    ...{ seats: [seat], lines: [{ seat, seat_type: "Stalls", price: 4500 }], total: 4500, currency: "USD" },
    ...{ booking_date: toBookingDate(clock() + n / 100, booking_id), payment_id: null },
    ...{ state: "confirmed", cancelled_at: null, refund: null },
  });
}

/** The booking with its pointer, and its seats as they are then; written past all rules, so nothing is counted. */
export function putBookings(booking: Booking): Action[] {
  const seats = booking.seats.map((seat) =>
    dynamicUpdate({
      key: keys.seat(booking.event_id, seat),
      update: "SET seat_state = :booked, booking_id = :id",
      condition: "attribute_exists(pk)",
      values: { ":booked": "booked", ":id": booking.booking_id },
    }),
  );
  return [putBooking(booking), putBookingPointer(booking), ...seats];
}
