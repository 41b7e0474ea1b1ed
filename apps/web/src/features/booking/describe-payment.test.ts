import type { BookingView } from "@evently/core/booking";
import { PaymentStatus } from "@evently/core/payment";
import { expect, test } from "vitest";
import { describePayment } from "./describe-payment";

const booking = { total: 24000, currency: "USD", refund: null } as BookingView;

test("describes every payment status", () => {
  const refund = { amount: 24000, due: true };
  expect(describePayment({ ...booking, payment_status: "none", total: 0 })).toBe("Free of charge");
  expect(describePayment({ ...booking, payment_status: "authorized" })).toBe("Paid");
  expect(describePayment({ ...booking, payment_status: "captured" })).toBe("Paid");
  expect(describePayment({ ...booking, payment_status: "refunding", refund })).toBe("US$240 refund pending");
  expect(describePayment({ ...booking, payment_status: "refunded", refund })).toBe("US$240 refunded");
  expect(describePayment({ ...booking, payment_status: "none", total: 0, counter: "comp" })).toBe("Complimentary");
  expect(describePayment({ ...booking, payment_status: "cash" })).toBe("Paid in cash");
  expect(describePayment({ ...booking, payment_status: "cash", refund: { amount: 24000, due: false } })).toBe(
    "US$240 to be returned in cash",
  );
  for (const payment_status of PaymentStatus.options)
    expect(describePayment({ ...booking, payment_status })).toMatch(/^[A-Z$]/);
});
