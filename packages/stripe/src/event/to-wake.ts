import { PaymentId } from "@evently/core/ids";
import type { Wake } from "@evently/core/payment/wake";
import type Stripe from "stripe";

/** An intent and its charges carry our metadata, and so do refunds of ours; one made in the dashboard has none. */
export function toWake({ id, type, account, data }: Stripe.Event): Wake {
  const { metadata } = data.object as { metadata?: Stripe.Metadata | null };
  const payment_id = PaymentId.safeParse(metadata?.payment_id);
  return {
    ...{ event: id, type, about: subjectOf(type), account: account ?? null },
    payment_id: payment_id.success ? payment_id.data : null,
  };
}

function subjectOf(type: string): Wake["about"] {
  if (type.startsWith("payment_intent.")) return "attempt";
  return type.startsWith("account.") ? "account" : "money";
}

/** What an event is about that may lack our metadata, the intent that it is of has them: its id, null of all else. */
export function intentOf({ data }: Stripe.Event): string | null {
  const { object, payment_intent } = data.object as {
    object?: string;
    payment_intent?: string | { id: string } | null;
  };
  if (object !== "charge" && object !== "refund" && object !== "dispute") return null;
  return (typeof payment_intent === "string" ? payment_intent : payment_intent?.id) ?? null;
}
