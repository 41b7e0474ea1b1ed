import type { BookingRefund, BookingView } from "@evently/core/booking";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RefundList } from "./refund-list";

const booking = { total: 24_000, currency: "USD", state: "confirmed", payment_status: "refunded" } as BookingView;
const refundOf = (amount: number, state: BookingRefund["state"]) =>
  ({ refund_id: `refund-${amount}`, amount, state, reason: null, labels: [], at: "2026-11-23T08:00:00.000Z" }) as never;

const show = (refunds: BookingRefund[], refunded: number) =>
  renderToStaticMarkup(<RefundList booking={{ ...booking, refunds, refunded }} zone="Europe/Oslo" />);

it("says that the seller owes what the bank sent back, and what stays paid", () => {
  const all = show([refundOf(24_000, "failed")], 24_000);
  expect(all).toContain("The bank sent US$240 back: the seller owes it.</p>");
  expect(all).not.toContain("All of");
  const part = show([refundOf(6_000, "failed"), refundOf(9_000, "done")], 15_000);
  expect(part).toContain("The bank sent US$60 back: the seller owes it. US$90 stays paid.");
  expect(show([refundOf(24_000, "done")], 24_000)).toContain("All of US$240 is refunded.");
});
