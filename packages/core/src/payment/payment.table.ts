import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { Payment, type PaymentStatus } from "./payment.ts";

export const toPayment = (item: Item): Payment => Payment.parse(item);

export function putPayment(payment: Payment): Action {
  return { put: { ...keys.payment(payment.payment_id), ...payment }, condition: "attribute_not_exists(pk)" };
}

type Move = {
  from: PaymentStatus[];
  to: PaymentStatus;
  now: number;
  /** When to look at it again (epoch seconds); absent for a final state. */
  look_at?: number;
  booking_id?: string;
};

/** One step of a payment's life, refused unless it stands at one of `from`. */
export function movePayment(payment_id: string, { from, to, now, look_at, booking_id }: Move): UpdateAction {
  const due = look_at === undefined ? null : dueAt(payment_id, look_at);
  const sets = ["#state = :to", "#log = list_append(#log, :step)"];
  if (booking_id) sets.push("booking_id = :booking");
  if (due) sets.push("due_shard = :shard", "due_at = :due");
  return {
    key: keys.payment(payment_id),
    update: `SET ${sets.join(", ")}${due ? "" : " REMOVE due_shard, due_at"}`,
    condition: `#state IN (${from.map((_, i) => `:from${i}`).join(", ")})`,
    names: { "#state": "state", "#log": "log" },
    values: {
      ":to": to,
      ":step": [{ at: toInstant(now), state: to }],
      ...Object.fromEntries(from.map((state, i) => [`:from${i}`, state])),
      ...(booking_id ? { ":booking": booking_id } : {}),
      ...(due ? { ":shard": due.due_shard, ":due": due.due_at } : {}),
    },
  };
}
