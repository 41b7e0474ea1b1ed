import { expect, test } from "vitest";
import type { GatewayRecord } from "../payment/gateway.ts";
import type { PaymentRefund } from "../payment/payment.ts";
import { id } from "../testing/id.ts";
import { changedDisputes, markFailed } from "./compare-news.ts";

type Given = { refund_id: string | null; amount: number };

const refund = (n: number, amount: number, change: Partial<PaymentRefund> = {}): PaymentRefund => ({
  ...{ refund_id: `payment-00001-r${n}`, amount, at: "2026-11-28T00:00:00.000Z", state: "done", ...change },
});
const record = (refunds: Given[], failed_refunds: Given[] = []): GatewayRecord => ({
  ...{ ...id.key(1), event_id: id.event(1), holding_id: id.holding(1), amount: 9_000, currency: "USD" },
  ...{ state: "captured", reason: null, refunds, refunded: 0, failed_refunds },
});
const [r1, dashboard] = ["payment-00001-r1", null];

test.each<[string, PaymentRefund[], GatewayRecord, PaymentRefund[]]>([
  ["one that was made stays", [refund(1, 500)], record([{ refund_id: r1, amount: 500 }]), [refund(1, 500)]],
  [
    "one that its gateway left out, since it gave as much back by itself, has not failed",
    [refund(1, 500)],
    record([{ refund_id: dashboard, amount: 500 }]),
    [refund(1, 500)],
  ],
  [
    "one that is still due has not failed",
    [refund(1, 500, { state: "due" })],
    record([], [{ refund_id: r1, amount: 500 }]),
    [refund(1, 500, { state: "due" })],
  ],
  [
    "one that failed is owed",
    [refund(1, 500)],
    record([], [{ refund_id: r1, amount: 500 }]),
    [refund(1, 500, { failed: true })],
  ],
  [
    "one that failed is owed while another of its amount is known for itself",
    [refund(1, 500, { failed: true }), refund(2, 500, { found: true })],
    record([{ refund_id: dashboard, amount: 500 }], [{ refund_id: r1, amount: 500 }]),
    [refund(1, 500, { failed: true }), refund(2, 500, { found: true })],
  ],
  [
    "a new one of the amount stands for one that failed",
    [refund(1, 500, { failed: true })],
    record([{ refund_id: dashboard, amount: 500 }], [{ refund_id: r1, amount: 500 }]),
    [refund(1, 500, { found: true })],
  ],
  [
    "one of two found ones failed",
    [refund(1, 500, { found: true }), refund(2, 500, { found: true })],
    record([{ refund_id: dashboard, amount: 500 }], [{ refund_id: dashboard, amount: 500 }]),
    [refund(1, 500, { found: true }), refund(2, 500, { found: true, failed: true })],
  ],
])("of refunds, %s", (_, before, at, after) => {
  expect(markFailed(before, at)).toEqual(after);
  expect(markFailed(after, at)).toEqual(after);
});

test("of disputes, those are told that are new or stand otherwise", () => {
  const dispute = { dispute_id: "du_1", amount: 500, reason: "general", at: "2026-11-28T00:00:00.000Z" };
  const open = { ...dispute, state: "open" as const, answer_by: "2026-12-05T00:00:00.000Z" };
  const answered = { ...open, answer_by: null };
  const lost = { ...answered, state: "lost" as const };
  expect(changedDisputes([], [open])).toEqual([{ before: null, after: open }]);
  expect(changedDisputes([open], [answered])).toEqual([]);
  expect(changedDisputes([answered], [lost])).toEqual([{ before: answered, after: lost }]);
});
