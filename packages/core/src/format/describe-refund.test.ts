import { describe, expect, it } from "vitest";
import { describeKept, describePart, describeRefund, refundWayOf } from "./describe-refund.ts";

describe("a refund", () => {
  const refund = { amount: 8_500, currency: "USD", way: "card" } as const;

  it("goes to the card that was paid with, or is paid out where it was paid in cash", () => {
    expect(describeRefund(refund, true)).toBe("Your refund of US$85 is on its way to the card you paid with.");
    expect(describeRefund(refund, false)).toBe("US$85 was refunded to the card you paid with.");
    for (const isDue of [true, false])
      expect(describeRefund({ ...refund, way: "till" }, isDue)).toBe(
        "Your refund of US$85 is paid out at the box office.",
      );
    expect(describeRefund({ ...refund, way: "seller" }, true)).toBe(
      "Your refund of US$85 comes from the seller, whom you paid.",
    );
  });

  it("comes from whoever has the money", () => {
    expect(refundWayOf({ total: 8_500 })).toBe("card");
    expect(refundWayOf({ counter: "cash", total: 8_500 })).toBe("till");
    expect(refundWayOf({ counter: "comp", total: 0 })).toBe("card");
    expect(refundWayOf({ total: 8_500, paid_at: "2026-12-01T10:00:00.000Z" })).toBe("seller");
  });

  it("says what the seller keeps, where that is anything", () => {
    const price = { paid: 1_001, currency: "JPY" };
    expect(describeKept({ ...price, refunded: 1_001 })).toBeNull();
    expect(describeKept({ ...price, refunded: 500 })).toBe("The seller keeps JP¥501 of the JP¥1,001 that you paid.");
    expect(describeKept({ ...price, refunded: 0 })).toBe(
      "Nothing is refunded: the seller keeps the JP¥1,001 that you paid.",
    );
  });

  it("names the whole only where it is a part", () => {
    expect(describePart({ paid: 17_000, refunded: 8_550, currency: "EUR" })).toBe("€85.50 of €170");
    expect(describePart({ paid: 17_000, refunded: 17_000, currency: "EUR" })).toBe("€170");
  });
});
