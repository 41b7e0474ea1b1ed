import { PaymentId } from "@evently/core/ids";
import type { Wake } from "@evently/core/payment/wake";
import type Stripe from "stripe";

type Described = {
  object?: string;
  metadata?: Stripe.Metadata | null;
  payment_intent?: string | { id: string } | null;
};

/** An intent and its charges carry our metadata, and so do refunds of ours; one made in the dashboard has none. */
export function toWake(event: Stripe.Event): Wake {
  const payment_id = PaymentId.safeParse(readObject(event).metadata?.payment_id);
  return {
    ...{ event: event.id, type: event.type, about: subjectOf(event.type), account: event.account ?? null },
    payment_id: payment_id.success ? payment_id.data : null,
  };
}

function subjectOf(type: string): Wake["about"] {
  if (type.startsWith("payment_intent.")) return "attempt";
  return type.startsWith("account.") ? "account" : "money";
}

/** What an event is about may lack our metadata, while the intent that it is of has them: its id, null of all else. */
export function intentOf(event: Stripe.Event): string | null {
  const { object, payment_intent } = readObject(event);
  if (object !== "charge" && object !== "refund" && object !== "dispute") return null;
  return (typeof payment_intent === "string" ? payment_intent : payment_intent?.id) ?? null;
}

/** Kinds of events that this version doesn't know may have none. */
const readObject = ({ data }: { data?: { object?: object } }): Described => data?.object ?? {};
