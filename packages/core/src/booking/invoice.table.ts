import type { EventId, UserId } from "../ids.ts";
import { put, remove, update } from "../table/actions.ts";
import { dueAt, dueMarks } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import { toSeconds } from "../time.ts";
import type { Booking } from "./booking.ts";
import type { MostAwaiting } from "./invoice.rules.ts";

/** A booking whose seats are reserved on invoice. */
export type Reservation = Extract<Booking, { state: "awaiting_payment" }>;

/** It is due to lapse when it has to be paid. */
export function putReservation(booking: Reservation): Action {
  const due = dueAt("bulk", booking.booking_id, toSeconds(booking.invoice.due_at));
  return put({
    put: { ...keys.booking(booking.event_id, booking.booking_date), ...booking, ...due },
    condition: "attribute_not_exists(pk)",
  });
}

/** awaiting_payment -> confirmed, paid at that instant. */
export function payReservation(booking: Reservation, paid_at: string): Action {
  return update({
    key: keys.booking(booking.event_id, booking.booking_date),
    update: `SET #state = :confirmed, invoice.paid_at = :at REMOVE ${dueMarks}`,
    condition: "#state = :awaiting",
    names: { "#state": "state" },
    values: { ":awaiting": "awaiting_payment", ":confirmed": "confirmed", ":at": paid_at },
  });
}

/** awaiting_payment -> cancelled, with nothing to refund. */
export function endReservationItem(booking: Reservation, cancelled_at: string, isCalledOff: boolean): Action {
  return update({
    key: keys.booking(booking.event_id, booking.booking_date),
    update: `SET #state = :cancelled, cancelled_at = :at, refund = :refund, called_off = :off REMOVE ${dueMarks}`,
    condition: "#state = :awaiting",
    names: { "#state": "state" },
    values: {
      ":awaiting": "awaiting_payment",
      ":cancelled": "cancelled",
      ":at": cancelled_at,
      ":refund": { amount: 0 },
      ":off": isCalledOff,
    },
  });
}

type Awaiting = { event_id: EventId; user_id: UserId; seats: number };

/** So many seats more await payment. Each fails once there would be more than there may be, which must be no less than `seats`. */
export function addAwaiting({ event_id, user_id, seats }: Awaiting, most: MostAwaiting): [Action, Action] {
  const action = {
    update: "ADD seats :seats",
    condition: "attribute_not_exists(seats) OR seats <= :room",
  } as const;
  return [
    update({
      ...{ ...action, key: keys.awaiting(event_id) },
      values: { ":seats": seats, ":room": most.ofEvent - seats },
    }),
    update({
      ...{ ...action, key: keys.awaitingOf(event_id, user_id) },
      values: { ":seats": seats, ":room": most.ofPerson - seats },
    }),
  ];
}

/** A reservation was paid, or has ended: its seats count no longer. */
export function takeAwaiting({ event_id, user_id, seats }: Reservation): Action[] {
  const keysOf = [keys.awaiting(event_id), keys.awaitingOf(event_id, user_id)];
  return keysOf.map((key) =>
    update({
      key,
      update: "ADD seats :less",
      condition: "attribute_exists(pk)",
      values: { ":less": -seats.length },
    }),
  );
}

/** Nothing of this person awaits payment any more. */
export const removeAwaiting = ({ event_id, user_id }: Pick<Booking, "event_id" | "user_id">): Action =>
  remove({ remove: keys.awaitingOf(event_id, user_id), condition: "seats = :none", values: { ":none": 0 } });
