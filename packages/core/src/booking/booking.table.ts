import type { BookingId, UserId } from "../ids.ts";
import { check, put, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import type { Contact } from "../user/user.ts";
import { Booking, type StoredTicket } from "./booking.ts";

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

/** Tickets issued anew; fails unless they are as they were read, and the booking is confirmed. */
export function writeTickets(booking: Booking, tickets: Record<string, StoredTicket>): Action {
  const key = keys.booking(booking.event_id, booking.booking_date);
  const action = { key, update: "SET tickets = :tickets", names: { "#state": "state" } } as const;
  const values = { ":tickets": tickets, ":confirmed": "confirmed" };
  if (booking.tickets === undefined)
    return update({ ...action, condition: "#state = :confirmed AND attribute_not_exists(tickets)", values });
  const condition = "#state = :confirmed AND tickets = :read";
  return update({ ...action, condition, values: { ...values, ":read": booking.tickets } });
}

/** More or fewer of its seats are in; to let somebody in, booking and tickets must be as they were read. */
export function countAdmitted(booking: Booking, by: number): Action {
  const key = keys.booking(booking.event_id, booking.booking_date);
  const action = { key, update: "ADD admitted :by" } as const;
  if (by < 0) return update({ ...action, condition: "attribute_exists(pk)", values: { ":by": by } });
  const names = { "#state": "state" };
  const values = { ":by": by, ":confirmed": "confirmed", ":seats": booking.seats };
  if (booking.tickets === undefined)
    return update({ ...action, condition: `${sameBooking} AND attribute_not_exists(tickets)`, names, values });
  const condition = `${sameBooking} AND tickets = :read` as const;
  return update({ ...action, condition, names, values: { ...values, ":read": booking.tickets } });
}

const sameBooking = "#state = :confirmed AND seats = :seats";

/** The same where the count stays as it is. */
export function requireTicket(booking: Booking): Action {
  const at = { check: keys.booking(booking.event_id, booking.booking_date), names: { "#state": "state" } };
  const values = { ":confirmed": "confirmed", ":seats": booking.seats };
  if (booking.tickets === undefined)
    return check({ ...at, condition: `${sameBooking} AND attribute_not_exists(tickets)`, values });
  return check({
    ...at,
    condition: `${sameBooking} AND tickets = :read`,
    values: { ...values, ":read": booking.tickets },
  });
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

type Cancelling = { cancelled_at: string; amount: number; onlyIfNobodyIsIn: boolean };

/** confirmed -> cancelled, with the refund due to the buyer. */
export function cancelBookingItem(booking: Booking, { cancelled_at, amount, onlyIfNobodyIsIn }: Cancelling): Action {
  const action = {
    key: keys.booking(booking.event_id, booking.booking_date),
    update: "SET #state = :cancelled, cancelled_at = :at, refund = :refund",
    names: { "#state": "state" },
  } as const;
  const values = { ":confirmed": "confirmed", ":cancelled": "cancelled", ":at": cancelled_at, ":refund": { amount } };
  if (!onlyIfNobodyIsIn) return update({ ...action, condition: "#state = :confirmed", values });
  return update({
    ...action,
    condition: "#state = :confirmed AND (attribute_not_exists(admitted) OR admitted = :nobody)",
    values: { ...values, ":nobody": 0 },
  });
}
