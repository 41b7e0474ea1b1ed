import { PaymentId } from "@evently/core/ids";
import type Stripe from "stripe";

/**
 * What an event gives reason to read anew: a payment, or where it names none all that is new at its account, null
 * for the platform's own. It decides nothing: it may be late, repeated, out of order, or another's.
 */
export type Wake = { event: string; type: string; account: string | null; payment_id: PaymentId | null };

/** An intent and its charges carry our metadata, and so do refunds of ours; one made in the dashboard has none. */
export function toWake({ id, type, account, data }: Stripe.Event): Wake {
  const { metadata } = data.object as { metadata?: Stripe.Metadata | null };
  const payment_id = PaymentId.safeParse(metadata?.payment_id);
  return { event: id, type, account: account ?? null, payment_id: payment_id.success ? payment_id.data : null };
}
