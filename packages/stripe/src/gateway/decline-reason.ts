import type Stripe from "stripe";

/**
 * What a buyer may be told of a decline, by https://docs.stripe.com/declines/codes. A code that is not here is
 * `card_declined`: Stripe asks that a card reported lost or stolen, or a suspicion of fraud, is not told apart.
 */
const reasons: Readonly<Record<string, string>> = {
  authentication_required: "challenge_failed",
  payment_intent_authentication_failure: "challenge_failed",
  expired_card: "expired_card",
  incorrect_cvc: "incorrect_cvc",
  invalid_cvc: "incorrect_cvc",
  insufficient_funds: "insufficient_funds",
  withdrawal_count_limit_exceeded: "insufficient_funds",
  processing_error: "processing_error",
};

/** The reason of a declined payment, as the record has it. */
export function declineReason(error: Pick<Stripe.PaymentIntent.LastPaymentError, "code" | "decline_code"> | null) {
  return reasons[error?.decline_code ?? ""] ?? reasons[error?.code ?? ""] ?? "card_declined";
}
