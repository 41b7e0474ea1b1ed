import type Stripe from "stripe";
import { onAccount } from "../gateway/end-intent.ts";
import { type OpenStripe, openStripe } from "../gateway/open-stripe.ts";
import { isStripeError, namingFailures } from "../gateway/stripe-failure.ts";
import { toWake, type Wake } from "./to-wake.ts";

/** `cursor` is where to read on, null where nothing has happened yet. */
type EventsRead = { wakes: Wake[]; cursor: string | null };

export type EventReader = {
  /**
   * What happened at the account after the cursor, oldest first, and at most 1,000 events of it: read on until there is
   * nothing. Where the cursor is null, or older than what Stripe keeps, it is everything of the last 30 days. Throws a
   * StripeFailure.
   */
  read(account: string | null, cursor: string | null): Promise<EventsRead>;
};

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
 * Reads an account's own list of events, which has those whose webhooks were all lost. They wake just what a webhook
 * does, and may be read again.
 */
export function createEventReader(open: OpenStripe): EventReader {
  const stripe = openStripe(open);
  return {
    read: (account, cursor) => namingFailures(`read the events of ${account}`, () => readOn(stripe, account, cursor)),
  };
}

async function readOn(stripe: Stripe, account: string | null, cursor: string | null): Promise<EventsRead> {
  const events = cursor === null ? await readAll(stripe, account) : await readAfter(stripe, account, cursor);
  return { wakes: events.map(toWake), cursor: events.at(-1)?.id ?? cursor };
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
