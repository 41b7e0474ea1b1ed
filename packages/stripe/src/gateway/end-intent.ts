import type { PaymentKey } from "@evently/core/payment/gateway";
import type Stripe from "stripe";
import { isRejection, isReplayed, isStripeError } from "./stripe-failure.ts";
import { cancelledAs, nameOf } from "./to-record.ts";

/** A payment that has its intent. */
export type IntentKey = PaymentKey & { gateway_ref: string };

type Ending = { verb: "capture" } | { verb: "cancel"; as: keyof typeof cancelledAs };

/** In which states Stripe takes the call; in every other one the intent has ended, or is not ready for it. */
const openTo: Readonly<Record<Ending["verb"], readonly string[]>> = {
  capture: ["requires_capture"],
  cancel: ["requires_payment_method", "requires_confirmation", "requires_action", "requires_capture", "processing"],
};

/**
 * Captures or cancels an intent, and answers with it as it is then, also where it came too late. An intent can be
 * captured or cancelled only once, so the call may go out again under another key where Stripe keeps something else under
 * ours: a refusal from when the intent was not ready, a failure, a cancel for another reason. It would for a day.
 */
export async function endIntent(stripe: Stripe, key: IntentKey, ending: Ending): Promise<Stripe.PaymentIntent> {
  try {
    return await send(stripe, key, ending, { idempotencyKey: `${key.payment_id}-${ending.verb}` });
  } catch (error) {
    const isKept = isStripeError(error) && (isReplayed(error.headers) || error.type === "StripeIdempotencyError");
    if (!isRejection(error) && !isKept) throw error;
    const intent = await retrieveIntent(stripe, key);
    if (!openTo[ending.verb].includes(intent.status)) return intent;
    if (!isKept) throw error;
    return send(stripe, key, ending, {});
  }
}

function send(
  stripe: Stripe,
  { gateway_ref, account }: IntentKey,
  ending: Ending,
  own: Stripe.RequestOptions,
): Promise<Stripe.PaymentIntent> {
  const options = { ...own, ...onAccount(account) };
  if (ending.verb === "capture") return stripe.paymentIntents.capture(gateway_ref, {}, options);
  return stripe.paymentIntents.cancel(gateway_ref, { cancellation_reason: cancelledAs[ending.as] }, options);
}

/** The intent as it is. Throws if Stripe doesn't know it, or if it is another payment's. */
export async function retrieveIntent(stripe: Stripe, key: IntentKey): Promise<Stripe.PaymentIntent> {
  const intent = await stripe.paymentIntents.retrieve(key.gateway_ref, {}, onAccount(key.account));
  if (nameOf(intent) !== key.payment_id) throw new Error(`${key.gateway_ref} is not of ${key.payment_id}`);
  return intent;
}

/** Direct charges: the seller's own account is the merchant, and names every request. */
export function onAccount(account: string | null): Stripe.RequestOptions {
  return account === null ? {} : { stripeAccount: account };
}
