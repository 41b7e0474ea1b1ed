import type { PaymentEvents } from "@evently/core/payment/payment-events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { pay } from "../testing/pay.ts";
import { createEventReader } from "./create-event-reader.ts";

let seller: Seller;
let reader: PaymentEvents;
beforeAll(async () => {
  seller = await openSeller();
  const { secretKey, origin: apiBase } = seller.double;
  reader = createEventReader({ secretKey, apiBase, timeoutSeconds: 20 });
});
afterAll(() => seller.double.close());

/** An account of the test's own, which has no events yet. */
async function newAccount(): Promise<string> {
  const { id: account } = await seller.stripe.accounts.create({ country: "US" });
  return account;
}

async function openAccount(): Promise<string> {
  const account = await newAccount();
  await seller.double.order({ order: "enable_account", account, enabled: true });
  return account;
}

test("an account where nothing has happened has no cursor", async () => {
  expect(await reader.read(await newAccount(), null)).toEqual({ wakes: [], cursor: null });
});

test("what happened is read once, oldest first, and then what happened since", async () => {
  const account = await openAccount();
  const { key } = await pay({ ...seller, account });
  const first = await reader.read(account, null);
  expect(first.wakes.map(({ type }) => type)).toEqual([
    "account.updated",
    "payment_intent.amount_capturable_updated",
    "payment_intent.succeeded",
  ]);
  expect(first.wakes.map(({ payment_id }) => payment_id)).toEqual([null, key.payment_id, key.payment_id]);
  expect(first.cursor).toBe(first.wakes.at(-1)?.event);
  expect(await reader.read(account, first.cursor)).toEqual({ wakes: [], cursor: first.cursor });
  await seller.stripe.refunds.create({ payment_intent: key.gateway_ref ?? "" }, { stripeAccount: account });
  const since = await reader.read(account, first.cursor);
  expect(since.wakes).toMatchObject([
    { type: "refund.created", account, payment_id: key.payment_id },
    { type: "charge.refunded", account, payment_id: key.payment_id },
  ]);
});

test("a dispute is of the payment whose intent it names, and of nobody's where another program made that", async () => {
  const account = await openAccount();
  const { key } = await pay({ ...seller, account });
  const others = await seller.stripe.paymentIntents.create(
    { amount: 500, currency: "usd", confirm: true, payment_method: "pm_card_visa" },
    { stripeAccount: account },
  );
  const { cursor } = await reader.read(account, null);
  for (const intent of [key.gateway_ref ?? "", others.id])
    await seller.double.order({ order: "open_dispute", account, intent, reason: "fraudulent" });
  const { wakes } = await reader.read(account, cursor);
  expect(wakes).toMatchObject([
    { type: "charge.dispute.created", about: "money", account, payment_id: key.payment_id },
    { type: "charge.dispute.created", account, payment_id: null },
  ]);
});

test("more than one reading takes is read in turns, and nothing is left out or read twice", async () => {
  const account = await openAccount();
  const { cursor: start } = await reader.read(account, null);
  const enable = () => seller.double.order({ order: "enable_account", account, enabled: true });
  await Promise.all(Array.from({ length: 1_040 }, enable));
  const read: string[] = [];
  let cursor = start;
  for (const expected of [1_000, 40, 0]) {
    const { wakes, cursor: next } = await reader.read(account, cursor);
    expect(wakes).toHaveLength(expected);
    read.push(...wakes.map(({ event }) => event));
    cursor = next;
  }
  const all = await seller.stripe.events
    .list({ limit: 100 }, { stripeAccount: account })
    .autoPagingToArray({ limit: 2_000 });
  expect([start, ...read]).toEqual(all.map(({ id }) => id).reverse());
});

test("a cursor that Stripe no longer has begins with what it has", async () => {
  const account = await openAccount();
  const { key } = await pay({ ...seller, account });
  const all = await reader.read(account, null);
  expect(all.wakes.at(-1)).toMatchObject({ payment_id: key.payment_id });
  expect(await reader.read(account, "evt_forgotten")).toEqual(all);
});

test("an account that can't be read is no silence", async () => {
  await expect(reader.read("acct_unknown", null)).rejects.toThrow("account_invalid");
});
