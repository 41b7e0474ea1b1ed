import { BookingPaymentStatus, type BookingView } from "@evently/core/booking";
import { expect, test } from "vitest";
import { describePayment } from "./describe-payment";

const booking = {
  state: "confirmed",
  total: 24000,
  refunded: 0,
  refunds: [],
  currency: "USD",
} as unknown as BookingView;

test("describes every payment status", () => {
  const refunded = { ...booking, refunded: 24000 };
  expect(describePayment({ ...booking, payment_status: "none", total: 0 })).toBe("Free of charge");
  expect(describePayment({ ...booking, payment_status: "authorized" })).toBe("Paid");
  expect(describePayment({ ...booking, payment_status: "captured" })).toBe("Paid");
  expect(describePayment({ ...refunded, payment_status: "refunding" })).toBe("US$240 refund pending");
  expect(describePayment({ ...refunded, payment_status: "refunded" })).toBe("US$240 refunded");
  expect(describePayment({ ...booking, payment_status: "none", total: 0, counter: "comp" })).toBe("Complimentary");
  expect(describePayment({ ...booking, payment_status: "cash" })).toBe("Paid in cash");
  expect(describePayment({ ...refunded, payment_status: "cash" })).toBe("US$240 to be returned in cash");
  for (const payment_status of BookingPaymentStatus.options)
    expect(describePayment({ ...booking, payment_status })).toMatch(/^[A-Z$]/);
});

test("names the whole price beside a part of it, and says of a cancelled booking that nothing came back", () => {
  const part = { ...booking, refunded: 6000 };
  expect(describePayment({ ...part, payment_status: "partly_refunded" })).toBe("US$60 of US$240 refunded");
  expect(describePayment({ ...part, payment_status: "refunding" })).toBe("US$60 of US$240 refund pending");
  expect(describePayment({ ...part, payment_status: "cash" })).toBe("US$60 of US$240 to be returned in cash");
  for (const payment_status of ["captured", "cash"] as const)
    expect(describePayment({ ...booking, state: "cancelled", payment_status })).toBe("Nothing refunded");
});

test("calls nothing refunded that the buyer's bank sent back", () => {
  const refundOf = (amount: number, state: "done" | "failed") => ({ amount, state }) as BookingView["refunds"][number];
  const whole = { ...booking, refunded: 24000, payment_status: "refunded" } as const;
  expect(describePayment({ ...whole, refunds: [refundOf(24000, "failed")] })).toBe("US$240 sent back by the bank");
  const refunds = [refundOf(6000, "failed"), refundOf(9000, "done")];
  const part = { ...booking, refunded: 15000, payment_status: "partly_refunded", refunds } as const;
  expect(describePayment(part)).toBe("US$60 of US$240 sent back by the bank");
});
