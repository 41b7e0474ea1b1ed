import { expect, it } from "vitest";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { UpdateAction } from "../table/transact.ts";
import { payment } from "../testing/audit-records.ts";
import { id } from "../testing/id.ts";
import { toInstant } from "../time.ts";
import { authorizePayment, endCapture, endPayment, startRefunding, startVoiding, toPayment } from "./payment.table.ts";
import type { PaymentStatus } from "./payment.ts";

const payment_id = id.payment(1);
const booking_id = id.booking(1);
const [now, look_at] = [1_800_000_000, 1_800_000_010];
const refund = { refund_id: "payment-00001-r1", amount: 4500 };
const owed = "due_shard = :shard, due_at = :due REMOVE due_lease, due_attempts, due_error";
const dueFrom = (at: number) => {
  const { due_shard, due_at } = dueAt("money", payment_id, at);
  return { ":shard": due_shard, ":due": due_at };
};

it.each<[from: PaymentStatus[], to: PaymentStatus, UpdateAction, rest: string, values: object]>([
  [
    ["started"],
    "authorized",
    authorizePayment(payment_id, { booking_id, now, look_at }),
    `, booking_id = :booking, ${owed}`,
    { ":booking": booking_id, ...dueFrom(look_at) },
  ],
  [["started"], "voiding", startVoiding(payment_id, now), `, ${owed}`, dueFrom(now)],
  [
    ["authorized", "captured", "refunding"],
    "refunding",
    startRefunding(payment_id, refund, { now, look_at }),
    `, refunds = list_append(if_not_exists(refunds, :none), :refunds), ${owed}`,
    { ":none": [], ":refunds": [{ ...refund, at: toInstant(now), state: "due" }], ...dueFrom(look_at) },
  ],
  [
    ["authorized"],
    "captured",
    endCapture(payment_id, { fee: 225, fee_refunded: 0 }, now),
    ", fee = :fee, fee_refunded = :fee_refunded REMOVE due_shard, due_at, due_lease, due_attempts, due_error",
    { ":fee": 225, ":fee_refunded": 0 },
  ],
  [
    ["voiding"],
    "voided",
    endPayment(payment_id, { from: "voiding", to: "voided", now }),
    " REMOVE due_shard, due_at, due_lease, due_attempts, due_error",
    {},
  ],
])("%s -> %s is logged, and due where something is still owed", (from, to, action, end, values) => {
  expect(action).toEqual({
    key: keys.payment(payment_id),
    update: `SET #state = :to, #log = list_append(#log, :step)${end}`,
    condition: `#state IN (${from.map((_, i) => `:from${i}`).join(", ")})`,
    names: { "#state": "state", "#log": "log" },
    values: {
      ...Object.fromEntries(from.map((state, i) => [`:from${i}`, state])),
      ":to": to,
      ":step": [{ at: toInstant(now), state: to }],
      ...values,
    },
  });
});

it("reads a payment of the version before, which gave everything back and stated no refunds", () => {
  const { refunds: _, account: __, gateway_ref: ___, ...before } = payment(1, "refunding", 4500);
  const log = [{ at: toInstant(now), state: "refunding" }];
  const whole = { ...refund, at: toInstant(now) };
  expect(toPayment({ ...before, log })).toMatchObject({
    ...{ account: null, gateway_ref: null },
    refunds: [{ ...whole, state: "due" }],
  });
  expect(toPayment({ ...before, log, state: "refunded" })).toMatchObject({ refunds: [{ ...whole, state: "done" }] });
  expect(toPayment({ ...before, log, state: "captured" })).toMatchObject({ refunds: [] });
});
