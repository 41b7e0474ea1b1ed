import type { BookingView } from "@evently/core/booking";
import { formatMoney } from "@evently/core/format/format-money";

/** The state of a booking's payment: "Paid", "US$240 refunded". */
export function describePayment({ payment_status, refund, total, currency }: BookingView): string {
  switch (payment_status) {
    case "none":
      return total === 0 ? "Free of charge" : "Nothing charged";
    case "started":
    case "authorized":
    case "captured":
      return "Paid";
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
