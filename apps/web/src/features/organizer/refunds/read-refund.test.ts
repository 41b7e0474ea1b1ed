import type { LabeledLine } from "@evently/core/seat";
import { describe, expect, test } from "vitest";
import { newRefundDraft, type RefundDraft, readRefund, toInput } from "./read-refund";

const line = (n: number, price: number) => ({ seat: `A-${n}`, price, seat_type: "Stalls" }) as unknown as LabeledLine;
const lines = [line(1, 8_500), line(2, 8_500), line(3, 4_000)];
const booking = { lines, total: 21_000, refunded: 0, currency: "USD" };
const draft = (more: Partial<RefundDraft>): RefundDraft => ({ ...newRefundDraft, reason: " Illness ", ...more });

describe("a refund", () => {
  test("of seats gives their prices back", () => {
    const read = readRefund(draft({ seats: ["A-3", "A-1"] }), booking);
    expect(read).toEqual({ refund: { lines: [lines[0], lines[2]], amount: 12_500, reason: "Illness" } });
    expect("refund" in read && toInput(read.refund)).toEqual({ seats: ["A-1", "A-3"], reason: "Illness" });
  });

  test("of seats gives back no more than earlier refunds have left", () => {
    const read = readRefund(draft({ seats: ["A-1"] }), { ...booking, refunded: 14_000 });
    expect(read).toMatchObject({ refund: { amount: 7_000 } });
  });

  test("by amount names no seats, up to what is left", () => {
    const read = readRefund(draft({ by: "amount", amount: "210.00", seats: ["A-1"] }), booking);
    expect(read).toEqual({ refund: { lines: [], amount: 21_000, reason: "Illness" } });
    expect("refund" in read && toInput(read.refund)).toEqual({ amount: 21_000, reason: "Illness" });
  });

  test.each([
    ["no seat", { seats: [] }, { seats: "Choose at least one seat." }],
    ["a seat that it lacks", { seats: ["B-1"] }, { seats: "Choose at least one seat." }],
    ["no reason", { seats: ["A-1"], reason: " " }, { reason: "Say why: the buyer reads it." }],
    ["no amount", { by: "amount", amount: " " }, { amount: "Enter an amount." }],
    ["nothing", { by: "amount", amount: "0" }, { amount: "Enter more than nothing." }],
    ["letters", { by: "amount", amount: "half" }, { amount: expect.stringContaining("Enter a number") }],
    ["too much", { by: "amount", amount: "210.01" }, { amount: "At most US$210 is left to refund." }],
    ["nothing at all", { by: "amount", reason: "" }, { amount: "Enter an amount.", reason: expect.any(String) }],
  ] as const)("of %s is told what is missing", (_, more, faults) => {
    expect(readRefund(draft(more), booking)).toEqual({ faults });
  });
});
