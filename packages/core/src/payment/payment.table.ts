import type { BookingId, PaymentId } from "../ids.ts";
import { put, update } from "../table/actions.ts";
import { dueAt, dueMarks, leaseMarks } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { Payment, type PaymentStatus } from "./payment.ts";

export const toPayment = (item: Item): Payment => Payment.parse(item);

export function putPayment(payment: Payment): Action {
  return put({ put: { ...keys.payment(payment.payment_id), ...payment }, condition: "attribute_not_exists(pk)" });
}

const names = { "#state": "state", "#log": "log" };
const step = "SET #state = :to, #log = list_append(#log, :step)";
const owed = `due_shard = :shard, due_at = :due REMOVE ${leaseMarks}` as const;

/** started -> authorized for `booking_id`; any process may capture it from `look_at` (epoch seconds) on. */
export function authorizePayment(
  payment_id: PaymentId,
  { booking_id, now, look_at }: { booking_id: BookingId; now: number; look_at: number },
): UpdateAction {
  return update({
    key: keys.payment(payment_id),
    update: `${step}, booking_id = :booking, ${owed}`,
    condition: "#state IN (:from0)",
    names,
    values: {
      ":from0": "started",
      ...entering("authorized", now),
      ":booking": booking_id,
      ...owedFrom(payment_id, look_at),
    },
  });
}

/** started -> voiding, due at once. */
export function startVoiding(payment_id: PaymentId, now: number): UpdateAction {
  return update({
    key: keys.payment(payment_id),
    update: `${step}, ${owed}`,
    condition: "#state IN (:from0)",
    names,
    values: { ":from0": "started", ...entering("voiding", now), ...owedFrom(payment_id, now) },
  });
}

/** authorized or captured -> refunding, by any process from `look_at` (epoch seconds) on. */
export function startRefunding(payment_id: PaymentId, now: number, look_at: number): UpdateAction {
  return update({
    key: keys.payment(payment_id),
    update: `${step}, ${owed}`,
    condition: "#state IN (:from0, :from1)",
    names,
    values: {
      ":from0": "authorized",
      ":from1": "captured",
      ...entering("refunding", now),
      ...owedFrom(payment_id, look_at),
    },
  });
}

/** `from` -> a state that needs no further work. */
export function endPayment(
  payment_id: PaymentId,
  { from, to, now }: { from: PaymentStatus; to: PaymentStatus; now: number },
): UpdateAction {
  return update({
    key: keys.payment(payment_id),
    update: `${step} REMOVE ${dueMarks}`,
    condition: "#state IN (:from0)",
    names,
    values: { ":from0": from, ...entering(to, now) },
  });
}

const entering = (state: PaymentStatus, now: number) => ({ ":to": state, ":step": [{ at: toInstant(now), state }] });

function owedFrom(payment_id: PaymentId, look_at: number) {
  const { due_shard, due_at } = dueAt("money", payment_id, look_at);
  return { ":shard": due_shard, ":due": due_at };
}
