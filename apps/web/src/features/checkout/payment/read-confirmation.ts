import type { BookingView } from "@evently/core/booking";
import type { PendingConfirmation } from "@evently/core/hold";
import { describeProblem } from "~/trpc/describe-failure";
import { findFailure } from "~/trpc/failure";
import { describeDecline } from "./describe-decline";
import type { PaymentEvent } from "./payment-state";

/** What an answer of `hold.confirm` means for the payment. */
export function readAnswer(answer: BookingView | PendingConfirmation): PaymentEvent {
  return answer.state === "paying"
    ? { type: "challenged", url: answer.next_action.url }
    : { type: "booked", booking_id: answer.booking_id };
}

/** What a failed `hold.confirm` means. What does not say how the payment ended is silence, never a refusal. */
export function readRefusal(error: unknown): PaymentEvent {
  const failure = findFailure(error);
  switch (failure?.error_code) {
    case undefined:
    case "PAYMENT_IN_PROGRESS":
    case "UNAVAILABLE":
    case "INTERNAL":
      return { type: "silent" };
    case "HOLD_EXPIRED":
      return { type: "ended", why: "expired" };
    case "SEATS_UNAVAILABLE":
      return { type: "ended", why: "lost" };
    case "SALE_CLOSED":
      return { type: "ended", why: "event_cancelled" };
    case "PAYMENT_DECLINED":
      return { type: "refused", problem: describeDecline(failure.details.reason) };
    default:
      return { type: "refused", problem: describeProblem(error) };
  }
}
