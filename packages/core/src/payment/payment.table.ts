import type { BookingId, PaymentId } from "../ids.ts";
import { check, dynamicUpdate, put, update } from "../table/actions.ts";
import { deadShardOf, dueAt, dueMarks, leaseMarks } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { nameRefund } from "./payment.rules.ts";
import type { Fees } from "./payment.ts";
import { Payment, type PaymentRefund, type PaymentStatus } from "./payment.ts";

/** The version before gave everything back, and stated no refunds. */
export function toPayment(item: Item): Payment {
  const payment = Payment.parse(item);
  const { state, refunds, amount, payment_id, log } = payment;
  if (refunds.length > 0 || (state !== "refunding" && state !== "refunded")) return payment;
  const at = log.findLast((step) => step.state === "refunding")?.at ?? log.at(-1)?.at ?? "";
  const whole = { refund_id: nameRefund(payment_id, 1), amount, at } as const;
  return { ...payment, refunds: [{ ...whole, state: state === "refunding" ? "due" : "done" }] };
}

export function putPayment(payment: Payment): Action {
  return put({ put: { ...keys.payment(payment.payment_id), ...payment }, condition: "attribute_not_exists(pk)" });
}

const names = { "#state": "state", "#log": "log" };
const step = "SET #state = :to, #log = list_append(#log, :step)";
const setFees = "fee = :fee, fee_refunded = :fee_refunded" as const;
const paidFees = ({ fee, fee_refunded }: Fees) => ({ ":fee": fee, ":fee_refunded": fee_refunded });
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

const addRefunds = "refunds = list_append(if_not_exists(refunds, :none), :refunds)";
const refundable = "#state IN (:from0, :from1, :from2)";
const fromRefundable = { ":from0": "authorized", ":from1": "captured", ":from2": "refunding" };

type NewRefund = Pick<PaymentRefund, "refund_id" | "amount">;

/** authorized, captured or refunding already -> refunding with one refund more, of a called-off event or not, by any process from `look_at` (epoch seconds) on. */
export function startRefunding(
  payment_id: PaymentId,
  refund: NewRefund,
  { now, look_at, isCalledOff = false }: { now: number; look_at: number; isCalledOff?: boolean },
): UpdateAction {
  const due: PaymentRefund = { ...refund, at: toInstant(now), state: "due" };
  return dynamicUpdate({
    key: keys.payment(payment_id),
    update: `${step}, ${addRefunds}, ${isCalledOff ? "called_off = :off, " : ""}${owed}`,
    condition: refundable,
    names,
    values: {
      ...fromRefundable,
      ...entering("refunding", now),
      ...owedFrom(payment_id, look_at),
      ...{ ":none": [], ":refunds": [due] },
      ...(isCalledOff ? { ":off": true } : {}),
    },
  });
}

/** refunding, for reasons of before -> the same for a called-off event, which gives back nothing more; due at once. */
export function callOffRefunding(payment_id: PaymentId, now: number): UpdateAction {
  return update({
    key: keys.payment(payment_id),
    update: `SET called_off = :off, ${owed}`,
    condition: "#state = :refunding",
    names: { "#state": "state" },
    values: { ":refunding": "refunding", ":off": true, ...owedFrom(payment_id, now) },
  });
}

/** Fails its transaction while something of the payment is on its way back. */
export const checkNotRefunding = (payment_id: PaymentId): Action =>
  check({
    check: keys.payment(payment_id),
    condition: "#state <> :refunding",
    names: { "#state": "state" },
    values: { ":refunding": "refunding" },
  });

/**
 * A refund that the gateway has and the table had not: the payment stays as it is, or is refunded if it was captured and nothing is
 * left. Fails if another one was added since `payment` was read.
 */
export function addMadeRefund(
  payment: Payment,
  refund: Omit<PaymentRefund, "state">,
  { fees, now }: { fees: Fees; now: number },
): UpdateAction {
  const { payment_id, refunds, amount, state } = payment;
  const made: PaymentRefund = { ...refund, state: "done" };
  const sum = [...refunds, made].reduce((all, { amount }) => all + amount, 0);
  const action = { key: keys.payment(payment_id), names } as const;
  const asRead = "#state = :read AND (attribute_not_exists(refunds) OR size(refunds) = :count)";
  // What is stored may be newer than the record, and neither of them ever falls.
  const known = {
    fee: Math.max(payment.fee, fees.fee),
    fee_refunded: Math.max(payment.fee_refunded, fees.fee_refunded),
  };
  const values = { ":read": state, ":count": refunds.length, ":none": [], ":refunds": [made], ...paidFees(known) };
  if (sum < amount || (state !== "captured" && state !== "authorized"))
    return update({
      ...action,
      update: `SET ${addRefunds}, ${setFees}`,
      condition: asRead,
      names: { "#state": "state" },
      values,
    });
  return update({
    ...action,
    update: `${step}, ${addRefunds}, ${setFees} REMOVE ${dueMarks}`,
    condition: asRead,
    values: { ...values, ...entering("refunded", now) },
  });
}

/**
 * refunding -> captured, or refunded if nothing is left, with all of its refunds done; fails if another one was decided since
 * `payment` was read, or its event was called off.
 */
export function endRefunding(payment: Payment, ended: RefundsEnd): UpdateAction {
  const { action, condition, values } = endingRefunds(payment, ended);
  return update({ ...action, condition: `${condition} AND attribute_not_exists(called_off)`, values });
}

/** The same for a called-off event, of work that is dead or of work that is not. */
export function endCalledOff(payment: Payment, { isDead, ...ended }: RefundsEnd & { isDead: boolean }): UpdateAction {
  const { action, condition, values } = endingRefunds(payment, ended);
  const shard = { ":dead": deadShardOf("money") };
  if (isDead)
    return update({ ...action, condition: `${condition} AND due_shard = :dead`, values: { ...values, ...shard } });
  return update({ ...action, condition: `${condition} AND due_shard <> :dead`, values: { ...values, ...shard } });
}

type RefundsEnd = { to: "captured" | "refunded"; fees: Fees; now: number };

const endingRefunds = ({ payment_id, refunds }: Payment, { to, fees, now }: RefundsEnd) =>
  ({
    action: { key: keys.payment(payment_id), update: `${step}, refunds = :done, ${setFees} REMOVE ${dueMarks}`, names },
    condition: "#state IN (:from0) AND (attribute_not_exists(refunds) OR size(refunds) = :count)",
    values: {
      ":from0": "refunding",
      ...{ ...entering(to, now), ...paidFees(fees) },
      ":done": refunds.map((refund) => ({ ...refund, state: "done" })),
      ":count": refunds.length,
    },
  }) as const;

/**
 * authorized or refunding -> voided, with the `remaining` amount that is not given back yet, so that nothing of it is left; fails unless its state and
 * its refunds are as they were read.
 */
export function endUncaptured(payment: Payment, remaining: NewRefund, now: number): UpdateAction {
  const { payment_id, state, refunds } = payment;
  const all = [...refunds, { ...remaining, at: toInstant(now) }];
  return update({
    key: keys.payment(payment_id),
    update: `${step}, refunds = :done REMOVE ${dueMarks}`,
    condition: "#state IN (:from0) AND (attribute_not_exists(refunds) OR size(refunds) = :count)",
    names,
    values: {
      ":from0": state,
      ...entering("voided", now),
      ":done": all.map((refund) => ({ ...refund, state: "done" })),
      ":count": refunds.length,
    },
  });
}

/** authorized -> captured, with what of it went to the installation's operator. */
export function endCapture(payment_id: PaymentId, fees: Fees, now: number): UpdateAction {
  return update({
    key: keys.payment(payment_id),
    update: `${step}, ${setFees} REMOVE ${dueMarks}`,
    condition: "#state IN (:from0)",
    names,
    values: { ":from0": "authorized", ...entering("captured", now), ...paidFees(fees) },
  });
}

/**
 * What the gateway alone knew of a payment: its disputes, and which of its refunds failed. Fails if its state, its refunds, or what is
 * known of it changed since `payment` was read.
 */
export function recordNews(
  payment: Payment,
  { disputes, refunds }: Pick<Payment, "disputes" | "refunds">,
): UpdateAction {
  const { payment_id, state, news = 0 } = payment;
  const asRead = "#state = :read AND (attribute_not_exists(refunds) OR size(refunds) = :count)";
  return update({
    key: keys.payment(payment_id),
    update: "SET disputes = :disputes, refunds = :refunds, news = :next",
    condition: `${asRead} AND (attribute_not_exists(news) OR news = :news)`,
    names: { "#state": "state" },
    values: {
      ...{ ":disputes": disputes, ":refunds": refunds, ":next": news + 1 },
      ...{ ":read": state, ":count": payment.refunds.length, ":news": news },
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
