import { describe, expect, it } from "vitest";
import { RefundBooking } from "./refund.ts";

const input = { booking_id: "booking-00042", reason: "The view is restricted" };
const isValid = (part: object): boolean => RefundBooking.safeParse({ ...input, ...part }).success;

describe("a refund is asked for", () => {
  it.each([
    ["by seats", { seats: ["A-1", "A-2"] }, true],
    ["by an amount", { amount: 1 }, true],
    ["by neither", {}, false],
    ["by both", { seats: ["A-1"], amount: 1 }, false],
    ["of nothing", { amount: 0 }, false],
    ["of less than nothing", { amount: -1 }, false],
    ["of a part of a unit", { amount: 1.5 }, false],
    ["of no seat", { seats: [] }, false],
    ["of a seat twice", { seats: ["A-1", "A-1"] }, false],
    ["of more seats than a booking has", { seats: Array.from({ length: 51 }, (_, i) => `A-${i + 1}`) }, false],
    ["without a reason", { amount: 1, reason: undefined }, false],
    ["with an empty reason", { amount: 1, reason: " " }, false],
    ["with a reason without an end", { amount: 1, reason: "x".repeat(121) }, false],
    ["with a field that nobody knows", { amount: 1, currency: "USD" }, false],
  ])("%s", (_, part, valid) => {
    expect(isValid(part)).toBe(valid);
  });
});
