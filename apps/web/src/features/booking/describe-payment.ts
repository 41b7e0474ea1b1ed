import type { BookingView } from "@evently/core/booking";
import { formatMoney } from "@evently/core/format/format-money";

/** The state of a booking's payment: "Paid", "US$240 refunded". */
export function describePayment(booking: BookingView): string {
  const { state, payment_status, refund, refunded, total, currency, counter } = booking;
  switch (payment_status) {
    case "cash":
      return refund === null ? "Paid in cash" : `${formatMoney(refund.amount, currency)} to be returned in cash`;
    case "invoice":
      return refund === null
        ? "Paid on invoice"
        : `${formatMoney(refund.amount, currency)} to be returned by the seller`;
    case "unpaid":
      return state === "awaiting_payment" ? "Reserved, to be paid" : "Nothing was paid";
    case "none":
      if (counter === "comp") return "Complimentary";
      return total === 0 ? "Free of charge" : "Nothing charged";
    case "started":
    case "authorized":
    case "captured":
      return "Paid";
    case "partly_refunded":
      return `${formatMoney(refunded, currency)} of ${formatMoney(total, currency)} refunded`;
    case "refunding":
      return `${formatMoney(refund?.amount ?? total, currency)} refund pending`;
    case "refunded":
      return `${formatMoney(refund?.amount ?? total, currency)} refunded`;
    case "declined":
    case "voiding":
    case "voided":
      return "Not charged";
  }
}
