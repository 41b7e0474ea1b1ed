import type { BookingId, UserId } from "../ids.ts";
import { check, dynamicUpdate, put, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import type { Contact } from "../user/user.ts";
import { Booking, type StoredRefund, type StoredTicket } from "./booking.ts";

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

/**
 * Of a booking as it was read. Once written these attributes never vanish, and a value of theirs that is 0 or empty is as good as none: so one form
 * of the condition does for those that had not been written.
 */
const sameTickets = "(attribute_not_exists(tickets) OR tickets = :tickets)";
const sameSeats = "(attribute_not_exists(#changes) OR #changes = :changes)";
const sameAdmissions = "(attribute_not_exists(admissions) OR admissions = :admissions)";
const sameRefunds = "(attribute_not_exists(refunded) OR refunded = :refunded)";

/** Tickets issued anew; fails unless they are as they were read, and the booking is confirmed. */
export const writeTickets = (booking: Booking, tickets: Record<string, StoredTicket>): Action =>
  update({
    key: keys.booking(booking.event_id, booking.booking_date),
    update: "SET tickets = :next",
    condition: `#state = :confirmed AND ${sameTickets}`,
    names: { "#state": "state" },
    values: { ":next": tickets, ":confirmed": "confirmed", ":tickets": booking.tickets ?? {} },
  });

/** More or fewer of its seats are in; to let somebody in, booking and tickets must be as they were read. */
export function countAdmitted(booking: Booking, by: number): Action {
  const key = keys.booking(booking.event_id, booking.booking_date);
  const action = { key, update: "ADD admitted :by, admissions :one" } as const;
  const values = { ":by": by, ":one": 1 };
  if (by < 0) return update({ ...action, condition: "attribute_exists(pk)", values });
  return update({ ...action, ...asRead, values: { ...values, ...readOf(booking) } });
}

/** The same where the count stays as it is. */
export const requireTicket = (booking: Booking): Action =>
  check({ check: keys.booking(booking.event_id, booking.booking_date), ...asRead, values: readOf(booking) });

const asRead = {
  condition: `#state = :confirmed AND ${sameSeats} AND ${sameTickets}`,
  names: { "#state": "state", "#changes": "changes" },
} as const;
const readOf = ({ tickets = {}, changes = 0 }: Booking) => ({
  ":confirmed": "confirmed",
  ":tickets": tickets,
  ":changes": changes,
});

/** A guest's or an unverified account's booking becomes somebody else's, and its former link is dead. */
export function moveBooking(booking: Booking, to: UserId, buyer: Contact): Action {
  return update({
    key: keys.booking(booking.event_id, booking.booking_date),
    update: "SET user_id = :to, buyer = :buyer ADD link_version :one",
    condition: "user_id = :from",
    values: { ":from": booking.user_id, ":to": to, ":buyer": buyer, ":one": 1 },
  });
}

/** Whether it says who goes in with a ticket of it. */
export const namesHolders = ({ tickets = {} }: Booking): boolean =>
  Object.values(tickets).some(({ holder }) => holder !== undefined);

/** Why parts were refunded, as the box office wrote it. */
export const hasReasons = ({ refunds = [] }: Booking): boolean => refunds.some(({ reason }) => reason);

/** Its buyer is nobody, and so is who goes in with its tickets and why parts were refunded; fails if it is somebody else's by now, or these are others. */
export function forgetBuyer(booking: Booking): UpdateAction {
  const { event_id, booking_date, user_id, tickets = {}, refunds = [], refunded = 0 } = booking;
  const versions = Object.entries(tickets).map(([seat, { version }]) => [seat, { version }]);
  const [holders, reasons] = [namesHolders(booking), hasReasons(booking)];
  return dynamicUpdate({
    key: keys.booking(event_id, booking_date),
    update: `SET buyer = :nobody${holders ? ", tickets = :next" : ""}${reasons ? ", refunds = :refunds" : ""}`,
    condition: `user_id = :user${holders ? ` AND ${sameTickets}` : ""}${reasons ? ` AND ${sameRefunds} AND size(refunds) = :count` : ""}`,
    values: {
      ...{ ":nobody": { name: null, email: null }, ":user": user_id },
      ...(holders ? { ":tickets": tickets, ":next": Object.fromEntries(versions) } : {}),
      ...(reasons ? { ":refunded": refunded, ":count": refunds.length, ":refunds": refunds.map(dropWords) } : {}),
    },
  });
}

const dropWords = (refund: StoredRefund): StoredRefund => (refund.reason === null ? refund : { ...refund, reason: "" });

type ChangedSeats = Pick<Booking, "lines" | "since" | "tickets" | "from_blocks">;

/** Other seats, or fewer, of a confirmed booking; fails unless its seats, its tickets, its refunds and who is in are as they were read. */
export function changeSeatsOf(booking: Booking, changed: ChangedSeats): Action {
  return update({
    key: keys.booking(booking.event_id, booking.booking_date),
    update: `SET ${changedSeats}`,
    condition: `${asRead.condition} AND ${sameAdmissions} AND ${sameRefunds}`,
    names: { ...asRead.names, ...seatNames },
    values: { ...readOf(booking), ...readWithMoney(booking), ...valuesOf(booking, changed) },
  });
}

const changedSeats =
  "#seats = :seats, #lines = :lines, #since = :since, from_blocks = :kept, #changes = :next, tickets = :next_tickets";
const seatNames = { "#seats": "seats", "#lines": "lines", "#since": "since" } as const;
const readWithMoney = ({ admissions = 0, refunded = 0 }: Booking) => ({
  ":admissions": admissions,
  ":refunded": refunded,
});
const valuesOf = ({ changes = 0 }: Booking, { lines, since = {}, tickets = {}, from_blocks = [] }: ChangedSeats) => ({
  ":seats": lines.map(({ seat }) => seat),
  ":lines": lines,
  ":since": since,
  ":kept": from_blocks,
  ":next": changes + 1,
  ":next_tickets": tickets,
});

type Refunded = Pick<Booking, "refunds" | "refunded" | "returned">;
const refundsOfIt = ({ refunds = [], refunded = 0 }: Refunded) => ({ ":refunds": refunds, ":sum": refunded });

/** A part given back by an amount: seats and tickets stay. Fails unless state, seats and refunds are as they were read. */
export const refundAmountOf = (booking: Booking, changed: Refunded): Action =>
  update({
    key: keys.booking(booking.event_id, booking.booking_date),
    update: "SET refunds = :refunds, refunded = :sum",
    condition: `#state = :state AND ${sameSeats} AND ${sameRefunds}`,
    names: asRead.names,
    values: {
      ...{ ":state": booking.state, ":changes": booking.changes ?? 0, ":refunded": booking.refunded ?? 0 },
      ...refundsOfIt(changed),
    },
  });

/** Some of its seats given back with their price; fails as `changeSeatsOf`. */
export const refundSeatsOf = (booking: Booking, changed: ChangedSeats & Refunded): Action =>
  update({
    key: keys.booking(booking.event_id, booking.booking_date),
    update: `SET ${changedSeats}, refunds = :refunds, refunded = :sum, returned = :returned`,
    condition: `${asRead.condition} AND ${sameAdmissions} AND ${sameRefunds}`,
    names: { ...asRead.names, ...seatNames },
    values: {
      ...readOf(booking),
      ...readWithMoney(booking),
      ...valuesOf(booking, changed),
      ...refundsOfIt(changed),
      ":returned": changed.returned ?? [],
    },
  });

type Cancelling = { cancelled: Extract<Booking, { state: "cancelled" }>; onlyIfNobodyIsIn: boolean };

/** confirmed -> cancelled, with what is given back; fails unless its seats and refunds are as they were read. */
export function cancelBookingItem(booking: Booking, { cancelled, onlyIfNobodyIsIn }: Cancelling): Action {
  const action = {
    key: keys.booking(booking.event_id, booking.booking_date),
    update:
      "SET #state = :cancelled, cancelled_at = :at, refund = :refund, refunds = :refunds, refunded = :sum, called_off = :off",
    names: asRead.names,
  } as const;
  const values = {
    ...{ ":confirmed": "confirmed", ":cancelled": "cancelled", ":at": cancelled.cancelled_at },
    ":off": cancelled.called_off ?? false,
    ...{ ":refund": cancelled.refund, ...refundsOfIt(cancelled) },
    ...{ ":changes": booking.changes ?? 0, ":refunded": booking.refunded ?? 0 },
  };
  const condition = `#state = :confirmed AND ${sameSeats} AND ${sameRefunds}`;
  if (!onlyIfNobodyIsIn) return update({ ...action, condition, values });
  return update({
    ...action,
    condition: `${condition} AND (attribute_not_exists(admitted) OR admitted = :nobody)`,
    values: { ...values, ":nobody": 0 },
  });
}
