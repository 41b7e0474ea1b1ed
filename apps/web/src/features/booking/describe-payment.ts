import type { BookingView } from "@evently/core/booking";
import { describePart } from "@evently/core/format/describe-refund";

/** The state of a booking's payment: "Paid", "US$60 of US$240 refunded". */
export function describePayment({ payment_status, total, refunded, currency, counter, state }: BookingView): string {
  const part = describePart({ paid: total, refunded, currency });
  switch (payment_status) {
    case "cash":
      if (refunded > 0) return `${part} to be returned in cash`;
      return state === "cancelled" ? "Nothing refunded" : "Paid in cash";
    case "invoice":
      if (refunded > 0) return `${part} to be returned by the seller`;
      return state === "cancelled" ? "Nothing refunded" : "Paid on invoice";
    case "unpaid":
      return state === "awaiting_payment" ? "Reserved, to be paid" : "Nothing was paid";
    case "none":
      if (counter === "comp") return "Complimentary";
      return total === 0 ? "Free of charge" : "Nothing charged";
    case "started":
    case "authorized":
    case "captured":
      return state === "cancelled" ? "Nothing refunded" : "Paid";
    case "refunding":
      return `${part} refund pending`;
    case "partly_refunded":
    case "refunded":
      return `${part} refunded`;
    case "declined":
    case "voiding":
    case "voided":
      return "Not charged";
  }
}
