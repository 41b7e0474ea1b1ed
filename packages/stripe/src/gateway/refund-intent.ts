import type Stripe from "stripe";
import { collect } from "./collect.ts";
import { type IntentKey, onAccount } from "./end-intent.ts";
import { toStripeAmount } from "./stripe-amount.ts";
import { findFirstRequest, isStripeError } from "./stripe-failure.ts";

/** All refunds of an intent, those made in Stripe's dashboard too. */
export function listRefunds(stripe: Stripe, { gateway_ref, account }: IntentKey): Promise<Stripe.Refund[]> {
  return collect(stripe.refunds.list({ payment_intent: gateway_ref, limit: 100 }, onAccount(account)));
}

/** All disputes of an intent. */
export function listDisputes(stripe: Stripe, { gateway_ref, account }: IntentKey): Promise<Stripe.Dispute[]> {
  return collect(stripe.disputes.list({ payment_intent: gateway_ref, limit: 100 }, onAccount(account)));
}

/**
 * Refunds part of a captured intent once a refund_id. Stripe forgets a key after a day, so a refund that it lists is not
 * asked for again. Throws if more than is left is asked for, or if the refund failed at the bank.
 */
export async function refundIntent(
  stripe: Stripe,
  key: IntentKey,
  intent: Stripe.PaymentIntent,
  refund: { refund_id: string; amount: number },
): Promise<Stripe.Refund[]> {
  const before = await listRefunds(stripe, key);
  const same = before.find(({ metadata }) => metadata?.refund_id === refund.refund_id);
  if (same?.status === "failed" || same?.status === "canceled") {
    throw new Error(`${refund.refund_id} failed at the bank: ${same.failure_reason ?? same.status}`);
  }
  const amount = toStripeAmount(refund.amount, intent.currency.toUpperCase());
  if (same && same.amount !== amount) throw new Error(`${refund.refund_id} stands for another amount`);
  if (same) return before;
  const params = {
    payment_intent: intent.id,
    amount,
    metadata: { ...intent.metadata, refund_id: refund.refund_id },
    // Where no fee was taken Stripe has none to give back, and refuses to.
    ...(intent.application_fee_amount ? { refund_application_fee: true } : {}),
  };
  await createRefund(stripe, params, refund.refund_id, onAccount(key.account));
  return listRefunds(stripe, key);
}

/** Kept failures that are gone past in one call: more than one refund is tried anew in a day. */
const mostKept = 50;

/**
 * Stripe repeats a failure under its key for a day, so behind one that it kept the refund is asked for under another key, the same
 * whoever asks: it is named after the request that failed. Where the kept one was of more, since the seller has given back a part
 * meanwhile, it is named after its amount.
 */
async function createRefund(
  stripe: Stripe,
  params: Stripe.RefundCreateParams,
  refund_id: string,
  options: Stripe.RequestOptions,
): Promise<void> {
  let idempotencyKey = refund_id;
  for (let kept = 0; ; kept++) {
    try {
      await stripe.refunds.create(params, { idempotencyKey, ...options });
      return;
    } catch (error) {
      const after = isStripeError(error) ? describeKept(error, params) : null;
      if (after === null || kept === mostKept) throw error;
      idempotencyKey = `${refund_id}-${after}`;
    }
  }
}

/** What Stripe keeps under a key that is in the way; null if nothing is. */
function describeKept(error: Stripe.errors.StripeError, { amount }: Stripe.RefundCreateParams): string | null {
  if (error.type === "StripeIdempotencyError" && error.statusCode === 400) return `of-${amount}`;
  const failed = findFirstRequest(error.headers);
  return failed && `after-${failed}`;
}
