import { PaymentId } from "@evently/core/ids";
import Stripe from "stripe";

/**
 * What a webhook gives reason to read anew: a payment, or where it names none all that is new at its account, null
 * for the platform's own. It decides nothing: it may be late, repeated, out of order, or another's.
 */
export type Wake = { event: string; type: string; account: string | null; payment_id: PaymentId | null };

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

/** An intent and its charges carry our metadata, and so do refunds of ours; one made in the dashboard has none. */
function toWake({ id, type, account, data }: Stripe.Event): Wake {
  const { metadata } = data.object as { metadata?: Stripe.Metadata | null };
  const payment_id = PaymentId.safeParse(metadata?.payment_id);
  return { event: id, type, account: account ?? null, payment_id: payment_id.success ? payment_id.data : null };
}
