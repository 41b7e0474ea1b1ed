import type { EventId } from "@evently/core/ids";
import type { GatewayRecord } from "@evently/core/payment/gateway";
import type Stripe from "stripe";
import { collect } from "./collect.ts";
import { onAccount } from "./end-intent.ts";
import { stateOf, toRecord } from "./to-record.ts";

/**
 * The payments at an account that are of the event, or of any where it is null, planted ones included, by walking all
 * its intents, refunds and disputes: Stripe's search is up to a minute late. An intent without money is left out, since each
 * lost answer leaves one behind.
 */
async function listRecords(stripe: Stripe, account: string | null, event_id: EventId | null) {
  const intents: Stripe.PaymentIntent[] = [];
  for await (const intent of stripe.paymentIntents.list({ limit: 100 }, onAccount(account))) {
    if (isOf(intent, event_id)) intents.push(intent);
  }
  // After the intents: a refund or a dispute of each that is captured is listed by then.
  const refunds = await groupByIntent(stripe.refunds.list({ limit: 100 }, onAccount(account)));
  const disputes = await groupByIntent(stripe.disputes.list({ limit: 100 }, onAccount(account)));
  return intents.map((intent) =>
    toRecord(intent, refunds.get(intent.id) ?? [], account, disputes.get(intent.id) ?? []),
  );
}

type OfIntent = { payment_intent: string | { id: string } | null };

async function groupByIntent<T extends OfIntent>(items: AsyncIterable<T>): Promise<Map<string, T[]>> {
  const groups = new Map<string, T[]>();
  for await (const item of items) {
    const { payment_intent } = item;
    const intent = typeof payment_intent === "string" ? payment_intent : payment_intent?.id;
    if (intent) groups.set(intent, [...(groups.get(intent) ?? []), item]);
  }
  return groups;
}

function isOf(intent: Stripe.PaymentIntent, event_id: EventId | null): boolean {
  const isOwn = event_id === null ? intent.metadata.event_id !== undefined : intent.metadata.event_id === event_id;
  return isOwn && stateOf(intent) !== "prepared";
}

/** Every account that has money of ours: the platform's own, and those of all sellers. */
export async function listAccounts(stripe: Stripe): Promise<(string | null)[]> {
  const connected = await collect(stripe.accounts.list({ limit: 100 }));
  return [null, ...connected.map(({ id }) => id)];
}

export async function listEverywhere(
  stripe: Stripe,
  accounts: readonly (string | null)[],
  event_id: EventId | null,
): Promise<GatewayRecord[]> {
  const records: GatewayRecord[] = [];
  for (const account of accounts) records.push(...(await listRecords(stripe, account, event_id)));
  return records;
}
