import { describe, expect, it } from "vitest";
import { Booking } from "../booking/booking.ts";
import type { Payment } from "../payment/payment.ts";
import { booking, now, payment } from "../testing/audit-records.ts";
import { toInstant } from "../time.ts";
import { listMovements } from "./movements.rules.ts";

const sold = booking(1, ["A-1", "A-2"], now);
const at = (seconds: number) => toInstant(now + seconds);
const paid = (...steps: [seconds: number, state: Payment["state"]][]): Payment => ({
  ...payment(1, "captured", 9000),
  log: steps.map(([seconds, state]) => ({ at: at(seconds), state })),
});
const change = (changed: Record<string, unknown>) => Booking.parse({ ...sold, ...changed });
const list = (booking: Booking, by: Payment | null = null) =>
  listMovements(booking, by).map(({ at, kind, method, amount }) => [at, kind, method, amount]);
const unpaid = { payment_id: null, holding_id: null };

describe("a sale", () => {
  it("counts when the gateway took its money, and until then when it was booked", () => {
    expect(list(sold, paid([0, "authorized"], [2, "captured"]))).toEqual([[at(2), "sale", "card", 9000]]);
    expect(list(sold, paid([0, "authorized"]))).toEqual([[at(0), "sale", "card", 9000]]);
    expect(list(sold)).toEqual([[at(0), "sale", "card", 9000]]);
  });

  it("on invoice counts when that was paid, and not before", () => {
    const reserved = { ...unpaid, state: "awaiting_payment", invoice: { due_at: at(900), paid_at: null } };
    expect(list(change(reserved))).toEqual([]);
    expect(list(change({ ...reserved, state: "cancelled", cancelled_at: at(950), refund: { amount: 0 } }))).toEqual([]);
    const invoice = { due_at: at(900), paid_at: at(500) };
    expect(list(change({ ...unpaid, invoice }))).toEqual([[at(500), "sale", "invoice", 9000]]);
  });

  it("in cash is cash, and what was given away is listed with 0", () => {
    expect(list(change({ ...unpaid, counter: "cash" }))).toEqual([[at(0), "sale", "cash", 9000]]);
    expect(list(change({ ...unpaid, counter: "comp", total: 0 }))).toEqual([[at(0), "sale", "none", 0]]);
    expect(list(change({ ...unpaid, total: 0 }))).toEqual([[at(0), "sale", "none", 0]]);
  });

  it("names its booking, its payment and its account", () => {
    const by = { ...paid([2, "captured"]), account: "acct_1", gateway_ref: "pi_1" };
    expect(listMovements(sold, by)).toEqual([
      {
        ...{ at: at(2), kind: "sale", method: "card", amount: 9000, booking_id: "booking-00001" },
        ...{ payment_id: "payment-00001", refund_id: null, gateway_ref: "pi_1", account: "acct_1", dispute: null },
      },
    ]);
  });
});

describe("refunds", () => {
  const refund = (n: number, amount: number, seconds: number) => ({
    ...{ refund_id: `payment-00001-r${n}`, amount, seats: [], reason: "Ann fell ill", at: at(seconds) },
  });
  const refunded = change({ refunds: [refund(1, 3000, 50), refund(2, 2000, 60)], refunded: 5000 });

  it("each count when they were decided, without their reason", () => {
    const movements = listMovements(refunded, paid([2, "captured"]));
    expect(movements.map(({ at, amount, refund_id }) => [at, amount, refund_id])).toEqual([
      ...[
        [at(2), 9000, null],
        [at(50), -3000, "payment-00001-r1"],
        [at(60), -2000, "payment-00001-r2"],
      ],
    ]);
    expect(JSON.stringify(movements)).not.toContain("Ann");
  });

  it("come after their sale, also where they were decided before the gateway took the money", () => {
    const early = change({ refunds: [refund(1, 3000, 1)], refunded: 3000 });
    expect(list(early, paid([0, "authorized"], [1, "refunding"], [9, "captured"]))).toEqual([
      [at(1), "sale", "card", 9000],
      [at(1), "refund", "card", -3000],
    ]);
  });

  it("of the version before are known by the cancellation, which may keep a part or all", () => {
    const cancelled = (amount: number) =>
      list(change({ state: "cancelled", cancelled_at: at(70), refund: { amount } }), paid([2, "captured"]));
    expect(cancelled(4000)).toEqual([
      [at(2), "sale", "card", 9000],
      [at(70), "refund", "card", -4000],
    ]);
    expect(cancelled(0)).toEqual([[at(2), "sale", "card", 9000]]);
  });

  it("bring back their part of the fee", () => {
    const refunds = refunded.refunds?.map(({ refund_id, amount, at }) => ({
      ...{ refund_id, amount, at, state: "done" as const },
    }));
    const by = { ...paid([2, "captured"]), refunds: refunds ?? [], fee: 900, fee_refunded: 500 };
    expect(listMovements(refunded, by).map(({ at, kind, amount, refund_id }) => [at, kind, amount, refund_id])).toEqual(
      [
        [at(2), "sale", 9000, null],
        [at(2), "fee", -900, null],
        [at(50), "refund", -3000, "payment-00001-r1"],
        [at(50), "fee_refund", 300, "payment-00001-r1"],
        [at(60), "refund", -2000, "payment-00001-r2"],
        [at(60), "fee_refund", 200, "payment-00001-r2"],
      ],
    );
  });
});

it("a dispute moves nothing, and says what it is about", () => {
  const dispute = {
    dispute_id: "dp_1",
    amount: 9000,
    reason: "fraudulent",
    state: "open",
    at: at(80),
    answer_by: null,
  };
  const by = { ...paid([2, "captured"]), disputes: [dispute] } as Payment;
  expect(listMovements(sold, by).at(-1)).toMatchObject({
    ...{ at: at(80), kind: "dispute", amount: 0, dispute: { state: "open", amount: 9000 } },
  });
});
