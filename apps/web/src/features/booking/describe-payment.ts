import type { BookingView } from "@evently/core/booking";
import { describePart } from "@evently/core/format/describe-refund";
import { owedBack } from "./owed-back";

/** The state of a booking's payment: "Paid", "US$60 of US$240 refunded". */
export function describePayment(booking: BookingView): string {
  const { payment_status, total, refunded, currency, counter, state } = booking;
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
    case "refunded": {
      const owed = owedBack(booking);
      if (owed > 0) return `${describePart({ paid: total, refunded: owed, currency })} sent back by the bank`;
      return `${part} refunded`;
    }
    case "declined":
    case "voiding":
    case "voided":
      return "Not charged";
  }
}
