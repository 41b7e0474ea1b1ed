import { expect, it } from "vitest";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { UpdateAction } from "../table/transact.ts";
import { id } from "../testing/id.ts";
import { toInstant } from "../time.ts";
import { authorizePayment, endPayment, startRefunding, startVoiding } from "./payment.table.ts";
import type { PaymentStatus } from "./payment.ts";

const payment_id = id.payment(1);
const booking_id = id.booking(1);
const [now, look_at] = [1_800_000_000, 1_800_000_010];
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
  [["authorized", "captured"], "refunding", startRefunding(payment_id, now, look_at), `, ${owed}`, dueFrom(look_at)],
  [
    ["authorized"],
    "captured",
    endPayment(payment_id, { from: "authorized", to: "captured", now }),
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
