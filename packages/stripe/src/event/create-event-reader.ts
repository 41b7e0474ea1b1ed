import { PaymentId } from "@evently/core/ids";
import type { PaymentEvents } from "@evently/core/payment/payment-events";
import type { Wake } from "@evently/core/payment/wake";
import type Stripe from "stripe";
import { onAccount } from "../gateway/end-intent.ts";
import { type OpenStripe, openStripe } from "../gateway/open-stripe.ts";
import { isStripeError, namingFailures } from "../gateway/stripe-failure.ts";
import { intentOf, toWake } from "./to-wake.ts";

type EventsRead = Awaited<ReturnType<PaymentEvents["read"]>>;

const mostEvents = 1_000;

/** The kinds that change what a payment is worth, or what an account may do. */
const types = [
  "account.updated",
  "charge.dispute.closed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.refunded",
  "payment_intent.amount_capturable_updated",
  "payment_intent.canceled",
  "payment_intent.payment_failed",
  "payment_intent.succeeded",
  "refund.created",
  "refund.failed",
  "refund.updated",
];

/**
 * Reads an account's own list of events, which has those whose webhooks were all lost, at most 1,000 at a time, of the last 30 days.
 * They wake just what a webhook does, and may be read again. Throws a StripeFailure.
 */
export function createEventReader(open: OpenStripe): PaymentEvents {
  const stripe = openStripe(open);
  return {
    read: (account, cursor) => namingFailures(`read the events of ${account}`, () => readOn(stripe, account, cursor)),
  };
}

async function readOn(stripe: Stripe, account: string | null, cursor: string | null): Promise<EventsRead> {
  const events = cursor === null ? await readAll(stripe, account) : await readAfter(stripe, account, cursor);
  // Of its own list an account is not named in each event.
  const wakes = events.map((event) => ({ ...toWake(event), account: account ?? event.account ?? null }));
  return { wakes: await nameUnnamed(stripe, account, events, wakes), cursor: events.at(-1)?.id ?? cursor };
}

/**
 * A refund made in the dashboard and a dispute name an intent, not a payment. Where another of the events says whose that is they are
 * the same payment's; otherwise the intent is asked, once.
 */
async function nameUnnamed(
  stripe: Stripe,
  account: string | null,
  events: readonly Stripe.Event[],
  wakes: readonly Wake[],
): Promise<Wake[]> {
  const intents = events.map(intentOf);
  const names = new Map<string, PaymentId | null>();
  for (const [at, { payment_id }] of wakes.entries()) {
    const intent = intents[at];
    if (intent && payment_id) names.set(intent, payment_id);
  }
  const named: Wake[] = [];
  for (const [at, wake] of wakes.entries()) {
    const intent = wake.payment_id ? null : intents[at];
    if (intent && !names.has(intent)) names.set(intent, await findName(stripe, account, intent));
    named.push(intent ? { ...wake, payment_id: names.get(intent) ?? null } : wake);
  }
  return named;
}

/** Null where it is none of ours, as where another program sells by the same account. */
async function findName(stripe: Stripe, account: string | null, intent: string): Promise<PaymentId | null> {
  try {
    const { metadata } = await stripe.paymentIntents.retrieve(intent, {}, onAccount(account));
    const payment_id = PaymentId.safeParse(metadata.payment_id);
    return payment_id.success ? payment_id.data : null;
  } catch (error) {
    if (isStripeError(error) && error.code === "resource_missing") return null;
    throw error;
  }
}

/** Oldest first: from the cursor Stripe's client goes backwards through its list. */
async function readAfter(stripe: Stripe, account: string | null, cursor: string): Promise<Stripe.Event[]> {
  try {
    const list = stripe.events.list({ types, ending_before: cursor, limit: 100 }, onAccount(account));
    return await list.autoPagingToArray({ limit: mostEvents });
  } catch (error) {
    if (isStripeError(error) && error.code === "resource_missing") return readAll(stripe, account);
    throw error;
  }
}

/** The list is newest first, so its oldest event is found by its end alone. */
async function readAll(stripe: Stripe, account: string | null): Promise<Stripe.Event[]> {
  let oldest: Stripe.Event | null = null;
  for await (const event of stripe.events.list({ types, limit: 100 }, onAccount(account))) oldest = event;
  return oldest ? [oldest, ...(await readAfter(stripe, account, oldest.id)).slice(0, mostEvents - 1)] : [];
}
