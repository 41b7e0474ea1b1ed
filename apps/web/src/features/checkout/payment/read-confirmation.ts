import type { BookingView } from "@evently/core/booking";
import type { PendingConfirmation } from "@evently/core/hold";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailure, findFailureOf } from "~/trpc/failure";
import type { FailureOverrides } from "~/trpc/failure-words";
import type { PaymentEvent } from "./payment-state";

/** What an answer of `hold.confirm` means for the payment. */
export function readConfirmation(answer: BookingView | PendingConfirmation): PaymentEvent {
  if (answer.state === "paying") return { type: "challenged", action: answer.next_action };
  const { booking_id, due_at } = answer;
  return { type: "booked", booking_id, ...(isReserved(answer) && due_at ? { payBy: due_at } : {}) };
}

/** What a failed `hold.confirm` means, with the page's own words. A failure that leaves the outcome open is never taken for a refusal. */
export function readConfirmError(error: unknown, words?: FailureOverrides): PaymentEvent {
  const failure = findFailure(error);
  switch (failure?.error_code) {
    case undefined:
    case "IDEMPOTENCY_KEY_IN_USE":
      return { type: "unanswered", hasBegun: false };
    case "PAYMENT_IN_PROGRESS":
    case "UNAVAILABLE":
    case "INTERNAL":
      return { type: "unanswered", hasBegun: true };
    case "HOLD_EXPIRED":
      return { type: "ended", reason: failure.details.released_by ?? "expired" };
    case "SEATS_UNAVAILABLE":
      return { type: "ended", reason: "lost", offered: failure.details.alternatives[0] ?? [] };
    case "SALE_CLOSED":
      return { type: "ended", reason: "off_sale" };
    case "PAYMENT_DECLINED":
      if (findFailureOf(error, "PAYMENT_DECLINED")?.details.attempts_left === 0)
        return { type: "ended", reason: "declined" };
      return { type: "refused", failure: describeFailure(error, words) };
    default:
      return { type: "refused", failure: describeFailure(error, words) };
  }
}
