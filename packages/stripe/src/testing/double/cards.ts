import { missing } from "./api-error.ts";
import type { PaymentError } from "./objects.ts";

/** What a bank says of a card. */
export type Verdict =
  | { outcome: "authorized" | "challenged" | "processing" }
  | { outcome: "declined"; error: PaymentError };

const declined = (code: string, decline_code?: string): Verdict => ({
  outcome: "declined",
  error: {
    ...{ type: "card_error", code, message: `The card was declined: ${decline_code ?? code}.` },
    ...(decline_code ? { decline_code } : {}),
  },
});

/** Payment methods of Stripe's test mode, by https://docs.stripe.com/testing; `pm_double_` are the double's own. */
const verdicts: Readonly<Record<string, Verdict>> = {
  pm_card_visa: { outcome: "authorized" },
  pm_card_mastercard: { outcome: "authorized" },
  pm_card_threeDSecure2Required: { outcome: "challenged" },
  pm_card_authenticationRequired: { outcome: "challenged" },
  pm_card_visa_chargeDeclined: declined("card_declined", "generic_decline"),
  pm_card_chargeDeclined: declined("card_declined", "generic_decline"),
  pm_card_visa_chargeDeclinedInsufficientFunds: declined("card_declined", "insufficient_funds"),
  pm_card_visa_chargeDeclinedLostCard: declined("card_declined", "lost_card"),
  pm_card_visa_chargeDeclinedStolenCard: declined("card_declined", "stolen_card"),
  pm_card_chargeDeclinedExpiredCard: declined("expired_card"),
  pm_card_chargeDeclinedIncorrectCvc: declined("incorrect_cvc"),
  pm_card_chargeDeclinedProcessingError: declined("processing_error"),
  pm_double_processing: { outcome: "processing" },
};

export const challengeFailed: PaymentError = {
  type: "invalid_request_error",
  code: "payment_intent_authentication_failure",
  message: "The provided PaymentMethod has failed authentication.",
};

export function verdictOf(payment_method: string, param: string): Verdict {
  const verdict = verdicts[payment_method];
  if (!verdict) throw missing("PaymentMethod", payment_method, param);
  return verdict;
}
