import type Stripe from "stripe";
import { declineReason } from "./decline-reason.ts";
import { endIntent, type IntentKey, onAccount, retrieveIntent } from "./end-intent.ts";
import { isRejection, isReplayed } from "./stripe-failure.ts";
import { stateOf } from "./to-record.ts";

/** The reason where Stripe doesn't know the token, or it was used before. */
const unknownToken = "unknown_token";

type Confirmed = { intent: Stripe.PaymentIntent; reason?: string };

/**
 * Confirms the intent with what the buyer's browser made of the card; `reason` where the token was refused, and the
 * intent is cancelled then, since a refused token leaves no trace in it. Throws where the outcome is not known.
 */
export async function confirmIntent(stripe: Stripe, key: IntentKey, token: string): Promise<Confirmed> {
  const method = readToken(token);
  if (!method) return refuseToken(stripe, key, unknownToken);
  const options = { idempotencyKey: `${key.payment_id}-confirm`, ...onAccount(key.account) };
  try {
    const intent = await stripe.paymentIntents.confirm(key.gateway_ref, method, options);
    return { intent: isReplayed(intent.lastResponse.headers) ? await retrieveIntent(stripe, key) : intent };
  } catch (error) {
    if (!isRejection(error)) throw error;
    const intent = await retrieveIntent(stripe, key);
    if (stateOf(intent) !== "prepared") return { intent };
    if (error.type === "StripeCardError") return refuseToken(stripe, key, declineReason(error));
    if (isOfToken(error)) return refuseToken(stripe, key, unknownToken);
    throw error;
  }
}

/** Stripe reads the rest: a ConfirmationToken knows by itself that the page handles what it asks for. */
function readToken(token: string): Stripe.PaymentIntentConfirmParams | null {
  if (/^ctoken_\w{1,200}$/.test(token)) return { confirmation_token: token };
  return /^pm_\w{1,200}$/.test(token) ? { payment_method: token, use_stripe_sdk: true } : null;
}

function isOfToken({ param }: Stripe.errors.StripeError): boolean {
  return param === "confirmation_token" || param === "payment_method";
}

async function refuseToken(stripe: Stripe, key: IntentKey, reason: string): Promise<Confirmed> {
  const intent = await endIntent(stripe, key, { verb: "cancel", as: "declined" });
  return stateOf(intent) === "declined" ? { intent, reason } : { intent };
}
