import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PaymentRefund } from "../payment/payment.ts";
import { shareFeeRefund } from "./fee-refunds.rules.ts";

const made = (...amounts: number[]): PaymentRefund[] =>
  amounts.map((amount, i) => ({ refund_id: `r${i + 1}`, amount, at: "2027-01-14T19:30:00.000Z", state: "done" }));
const share = (payment: { amount: number; fee: number; fee_refunded: number }, refunds: PaymentRefund[]) =>
  shareFeeRefund({ ...payment, refunds }, refunds).map(({ refund, amount }) => [refund?.refund_id ?? null, amount]);

describe("the fee that went back", () => {
  it("goes with each refund in proportion, and what is left over with the last one", () => {
    expect(share({ amount: 9000, fee: 500, fee_refunded: 500 }, made(3000, 3000, 3000))).toEqual([
      ...[
        ["r1", 166],
        ["r2", 167],
        ["r3", 167],
      ],
    ]);
    expect(share({ amount: 9000, fee: 500, fee_refunded: 168 }, made(3000))).toEqual([["r1", 168]]);
  });

  it("is none of a refund that is still due", () => {
    const [first, second] = made(3000, 3000) as [PaymentRefund, PaymentRefund];
    const refunds: PaymentRefund[] = [first, { ...second, state: "due" }];
    expect(share({ amount: 9000, fee: 500, fee_refunded: 166 }, refunds)).toEqual([["r1", 166]]);
  });

  it("is the payment's own where no refund is done, and never more than went back", () => {
    expect(share({ amount: 9000, fee: 500, fee_refunded: 500 }, [])).toEqual([[null, 500]]);
    expect(share({ amount: 9000, fee: 500, fee_refunded: 100 }, made(3000, 3000))).toEqual([
      ...[
        ["r1", 100],
        ["r2", 0],
      ],
    ]);
  });

  it("adds up, whatever went back, and a later refund leaves the earlier ones' as they were", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 3_000_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, fc.nat(100_000_000), fc.nat(1_000_000_000), (parts, kept, fee) => {
        const amount = parts.reduce((sum, part) => sum + part, kept);
        const proportion = (count: number) => {
          const returned = parts.slice(0, count).reduce((sum, part) => sum + part, 0);
          return Number((BigInt(fee) * BigInt(returned)) / BigInt(amount));
        };
        const after = (count: number) =>
          share({ amount, fee, fee_refunded: proportion(count) }, made(...parts.slice(0, count)));
        const all = after(parts.length);
        expect(all.reduce((sum, [, part]) => sum + Number(part), 0)).toBe(proportion(parts.length));
        expect(all.slice(0, -1)).toEqual(parts.length > 1 ? after(parts.length - 1) : []);
      }),
    );
  });
});
