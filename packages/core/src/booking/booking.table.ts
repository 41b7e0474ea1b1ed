import type { BookingId, SeatId, UserId } from "../ids.ts";
import type { Line } from "../seat/seat.ts";
import { put, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import type { Contact } from "../user/user.ts";
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

/** The former link is dead; fails unless it is the one that was read. */
export function replaceLinkOf(booking: Booking): Action {
  const { link_version } = booking;
  const key = keys.booking(booking.event_id, booking.booking_date);
  const action = { key, update: "SET link_version = :next" } as const;
  const values = { ":next": (link_version ?? 0) + 1 };
  if (link_version === undefined)
    return update({ ...action, condition: "attribute_exists(pk) AND attribute_not_exists(link_version)", values });
  return update({ ...action, condition: "link_version = :read", values: { ...values, ":read": link_version } });
}

/** A guest's or an unverified account's booking becomes somebody else's, and its former link is dead. */
export function moveBooking(booking: Booking, to: UserId, buyer: Contact): Action {
  return update({
    key: keys.booking(booking.event_id, booking.booking_date),
    update: "SET user_id = :to, buyer = :buyer ADD link_version :one",
    condition: "user_id = :from",
    values: { ":from": booking.user_id, ":to": to, ":buyer": buyer, ":one": 1 },
  });
}

/** Its buyer is nobody; fails if it is somebody else's by now. */
export function forgetBuyer({ event_id, booking_date, user_id }: Booking): UpdateAction {
  return update({
    key: keys.booking(event_id, booking_date),
    update: "SET buyer = :nobody",
    condition: "user_id = :user",
    values: { ":nobody": { name: null, email: null }, ":user": user_id },
  });
}

/** Other seats, or fewer, of a confirmed booking; fails unless its seats are as they were read. */
export function changeSeatsOf(booking: Booking, { lines, since = {}, from_blocks = [] }: ChangedSeats): Action {
  const action = {
    key: keys.booking(booking.event_id, booking.booking_date),
    update: "SET #seats = :seats, #lines = :lines, #since = :since, from_blocks = :kept, #changes = :next",
    names: { "#state": "state", "#seats": "seats", "#lines": "lines", "#since": "since", "#changes": "changes" },
  } as const;
  const values = {
    ":confirmed": "confirmed",
    ":seats": lines.map(({ seat }) => seat),
    ":lines": lines,
    ":since": since,
    ":kept": from_blocks,
    ":next": (booking.changes ?? 0) + 1,
  };
  if (booking.changes === undefined)
    return update({ ...action, condition: "#state = :confirmed AND attribute_not_exists(#changes)", values });
  const read = { ...values, ":read": booking.changes };
  return update({ ...action, condition: "#state = :confirmed AND #changes = :read", values: read });
}

export type ChangedSeats = { lines: Line[]; since?: Record<string, string>; from_blocks?: SeatId[] };

/** confirmed -> cancelled, with the refund due to the buyer; fails unless its seats are as they were read. */
export function cancelBookingItem(booking: Booking, cancelled_at: string, amount: number): Action {
  const action = {
    key: keys.booking(booking.event_id, booking.booking_date),
    update: "SET #state = :cancelled, cancelled_at = :at, refund = :refund",
    names: { "#state": "state", "#changes": "changes" },
  } as const;
  const values = { ":confirmed": "confirmed", ":cancelled": "cancelled", ":at": cancelled_at, ":refund": { amount } };
  if (booking.changes === undefined)
    return update({ ...action, condition: "#state = :confirmed AND attribute_not_exists(#changes)", values });
  const read = { ...values, ":read": booking.changes };
  return update({ ...action, condition: "#state = :confirmed AND #changes = :read", values: read });
}
