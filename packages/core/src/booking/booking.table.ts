import type { BookingId } from "../ids.ts";
import { put, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { Booking } from "./booking.ts";

export const toBooking = (item: Item): Booking => Booking.parse(item);

/** Nine fractional digits: three for the millisecond, six from the booking's number, so that no two are equal. */
export function toBookingDate(now: number, booking_id: BookingId): string {
  const number = Number(booking_id.slice("booking-".length)) % 1_000_000;
  const milliseconds = new Date(Math.floor(now * 1000)).toISOString().slice(0, -1);
  return `${milliseconds}${String(number).padStart(6, "0")}Z`;
}

export function putBooking(booking: Booking): Action {
  return put({
    put: { ...keys.booking(booking.event_id, booking.booking_date), ...booking },
    condition: "attribute_not_exists(pk)",
  });
}

/** Points to the booking's key, for look-ups by id right after it was created. */
export function putBookingPointer({ booking_id, event_id, booking_date }: Booking): Action {
  return put({
    put: { ...keys.bookingPointer(booking_id), event_id, booked_at: booking_date },
    condition: "attribute_not_exists(pk)",
  });
}

/** confirmed -> cancelled, with the refund due to the buyer. */
export function cancelBookingItem(booking: Booking, cancelled_at: string, amount: number): Action {
  return update({
    key: keys.booking(booking.event_id, booking.booking_date),
    update: "SET #state = :cancelled, cancelled_at = :at, refund = :refund",
    condition: "#state = :confirmed",
    names: { "#state": "state" },
    values: { ":confirmed": "confirmed", ":cancelled": "cancelled", ":at": cancelled_at, ":refund": { amount } },
  });
}
