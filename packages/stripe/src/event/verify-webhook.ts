import type { Wake } from "@evently/core/payment/wake";
import Stripe from "stripe";
import { toWake } from "./to-wake.ts";

type Received = { rawBody: string | Uint8Array; signature: string | null; receivedAt?: number };

/**
 * Reads a webhook signed by any of the secrets, of which a rotation has two; null if it was signed by none, was altered,
 * or is older than 5 minutes. `rawBody` is the body as it came, `signature` its Stripe-Signature, `receivedAt` in ms.
 */
export function verifyWebhook({ rawBody, signature, receivedAt }: Received, secrets: readonly string[]): Wake | null {
  for (const secret of secrets) {
    try {
      return toWake(
        Stripe.webhooks.constructEvent(rawBody, signature ?? "", secret, toleranceSeconds, undefined, receivedAt),
      );
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    }
  }
  return null;
}

const toleranceSeconds = 300;
