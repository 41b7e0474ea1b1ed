import type { GatewayRecord } from "@evently/core/payment/gateway";
import type Stripe from "stripe";
import { fromStripeAmount } from "./stripe-amount.ts";
import { stateOf } from "./to-record.ts";

/** In the currency's minor unit; left out where there is none. */
type Fees = Pick<GatewayRecord, "fee" | "fee_refunded">;

/**
 * What of an intent went to the platform, and what of that went back to the seller. The platform alone may read what became of its fee,
 * so it is asked only where there are refunds: each gives back its part, which Stripe rounds.
 */
export async function readFees(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  refunds: readonly Stripe.Refund[],
): Promise<Fees> {
  const asked = stateOf(intent) === "captured" ? (intent.application_fee_amount ?? 0) : 0;
  if (asked === 0) return {};
  if (refunds.length === 0) return { fee: fromStripeAmount(asked, intent.currency), fee_refunded: 0 };
  const charge = typeof intent.latest_charge === "string" ? intent.latest_charge : intent.latest_charge?.id;
  const { data } = charge ? await stripe.applicationFees.list({ charge, limit: 1 }) : { data: [] };
  const [taken] = data;
  if (!taken) throw new Error(`Stripe has no fee of ${intent.id}, of which ${asked} were asked for`);
  return {
    fee: fromStripeAmount(taken.amount, intent.currency),
    // A part of a fee may end within the minor unit.
    fee_refunded: Math.round(fromStripeAmount(taken.amount_refunded, intent.currency)),
  };
}
