import type { Authorize, GatewayRecord, PaymentGateway, PaymentKey, Prepare } from "@evently/core/payment/gateway";
import type Stripe from "stripe";
import { confirmIntent } from "./confirm-intent.ts";
import { endIntent, type IntentKey, onAccount, retrieveIntent } from "./end-intent.ts";
import { listAccounts, listEverywhere } from "./list-records.ts";
import { type OpenStripe, openStripe } from "./open-stripe.ts";
import { listDisputes, listRefunds, refundIntent } from "./refund-intent.ts";
import { smallestAmount, toApplicationFee, toStripeAmount } from "./stripe-amount.ts";
import { isReplayed, isStripeError, namingFailures } from "./stripe-failure.ts";
import { type IntentMetadata, stateOf, toRecord } from "./to-record.ts";

export type CreateStripeGateway = OpenStripe & {
  /** What a buyer's page opens Stripe with. */
  publishableKey: string;
  /** What the platform keeps of a payment to a seller's account, 0 to 100, two decimals at most. */
  applicationFeePercent: number;
};

/**
 * Cards by Stripe, as direct charges on the seller's account. An attempt is one PaymentIntent, made unconfirmed by
 * `prepare`, so that a lost answer costs nobody anything, and confirmed by `authorize` only under its stored id.
 * Amounts are captured by hand. Throws a StripeFailure, or what the amount or the connection makes impossible.
 */
export function createStripeGateway({
  applicationFeePercent,
  publishableKey,
  ...open
}: CreateStripeGateway): PaymentGateway {
  const stripe = openStripe(open);
  return {
    name: "stripe",
    step: smallestAmount,
    client: ({ amount, currency, account }) => ({
      ...{ gateway: "stripe", publishable_key: publishableKey, account_id: account },
      ...{ amount: toStripeAmount(amount, currency), currency },
    }),
    prepare: (input, signal) => {
      const doing = `prepare ${input.payment_id}`;
      return within(signal, () => namingFailures(doing, () => createIntent(stripe, input, applicationFeePercent)));
    },
    authorize: (input, signal) =>
      within(signal, () => namingFailures(`authorize ${input.payment_id}`, () => authorize(stripe, input))),
    capture: (key) => namingFailures(`capture ${key.payment_id}`, () => capture(stripe, key)),
    void: (key) => namingFailures(`void ${key.payment_id}`, () => cancel(stripe, key)),
    refund: (key, part) => namingFailures(`refund ${part.refund_id}`, () => refund(stripe, key, part)),
    find: (key) => namingFailures(`find ${key.payment_id}`, () => find(stripe, key)),
    listByEvent: (event_id, accounts) =>
      namingFailures(`list ${event_id}`, () => listEverywhere(stripe, accounts, event_id)),
    list: () => namingFailures("list", async () => listEverywhere(stripe, await listAccounts(stripe), null)),
  };
}

/** Cards, and the wallets that carry one. */
async function createIntent(stripe: Stripe, input: Prepare, feePercent: number): Promise<{ gateway_ref: string }> {
  const { payment_id, event_id, holding_id, account, currency } = input;
  const metadata: IntentMetadata = { payment_id, event_id, holding_id };
  const amount = toStripeAmount(input.amount, currency);
  const fee = account === null ? 0 : toApplicationFee(amount, feePercent, currency);
  const intent = await stripe.paymentIntents.create(
    {
      ...{
        amount,
        currency: currency.toLowerCase(),
        capture_method: "manual",
        allowed_payment_method_types: ["card"],
        metadata,
      },
      ...(fee > 0 ? { application_fee_amount: fee } : {}),
    },
    { idempotencyKey: `${payment_id}-create`, ...onAccount(account) },
  );
  await assertUnused(stripe, { payment_id, account, gateway_ref: intent.id }, isReplayed(intent.lastResponse.headers));
  return { gateway_ref: intent.id };
}

/**
 * Ids of payments begin anew with an emptied table, whose first payments Stripe would answer with the intents of the
 * former ones, paid or not, for as long as it keeps their keys.
 */
async function assertUnused(stripe: Stripe, key: IntentKey, isReplay: boolean): Promise<void> {
  if (!isReplay || stateOf(await retrieveIntent(stripe, key)) === "prepared") return;
  throw new Error(`${key.payment_id} was used before: has the table been emptied since?`);
}

async function authorize(stripe: Stripe, input: Authorize): Promise<GatewayRecord> {
  const { intent, reason } = await confirmIntent(stripe, withIntent(input), input.token);
  const record = await decide(stripe, withIntent(input), intent);
  if (!isSamePayment(record, input)) throw new Error(`${input.payment_id} stands for another payment`);
  return reason && record.state === "declined" ? { ...record, reason } : record;
}

async function capture(stripe: Stripe, key: PaymentKey): Promise<GatewayRecord> {
  return recordOf(stripe, withIntent(key), await endIntent(stripe, withIntent(key), { verb: "capture" }));
}

/** Without a stored intent there is none that could ever be confirmed. */
async function cancel(stripe: Stripe, key: PaymentKey): Promise<GatewayRecord> {
  if (key.gateway_ref === null) return neverMade(key);
  const intent = await endIntent(stripe, withIntent(key), { verb: "cancel", as: "voided" });
  return recordOf(stripe, withIntent(key), intent);
}

async function refund(
  stripe: Stripe,
  key: PaymentKey,
  part: { refund_id: string; amount: number },
): Promise<GatewayRecord> {
  const intent = await retrieveIntent(stripe, withIntent(key));
  if (stateOf(intent) !== "captured") return recordOf(stripe, withIntent(key), intent);
  return toRecord(intent, await refundIntent(stripe, withIntent(key), intent, part), key.account);
}

async function find(stripe: Stripe, key: PaymentKey): Promise<GatewayRecord | null> {
  if (key.gateway_ref === null) return null;
  try {
    return await decide(stripe, withIntent(key), await retrieveIntent(stripe, withIntent(key)));
  } catch (error) {
    if (isStripeError(error) && error.code === "resource_missing") return null;
    throw error;
  }
}

/**
 * The record, where a decline is final: who was asked by the bank has the client secret, with which a page could confirm
 * a declined intent once more, behind the back of a table that has ended the attempt. So it is cancelled first.
 */
async function decide(stripe: Stripe, key: IntentKey, intent: Stripe.PaymentIntent): Promise<GatewayRecord> {
  if (stateOf(intent) === "captured") return recordOf(stripe, key, intent, await listDisputes(stripe, key));
  if (stateOf(intent) !== "declined" || intent.status === "canceled") return recordOf(stripe, key, intent);
  const ended = await endIntent(stripe, key, { verb: "cancel", as: "declined" });
  const { reason } = toRecord(intent, [], key.account);
  const record = await recordOf(stripe, key, ended);
  return record.state === "declined" ? { ...record, reason } : record;
}

/** Only what was captured can have refunds. */
async function recordOf(
  stripe: Stripe,
  key: IntentKey,
  intent: Stripe.PaymentIntent,
  disputes: readonly Stripe.Dispute[] = [],
): Promise<GatewayRecord> {
  const refunds = stateOf(intent) === "captured" ? await listRefunds(stripe, key) : [];
  return toRecord(intent, refunds, key.account, disputes);
}

function neverMade({ payment_id, account }: PaymentKey): GatewayRecord {
  return {
    ...{ payment_id, event_id: null, holding_id: null, account, gateway_ref: null },
    ...{ amount: 0, currency: null, state: "voided", refunds: [], refunded: 0, reason: null },
  };
}

function withIntent({ payment_id, account, gateway_ref }: PaymentKey): IntentKey {
  if (gateway_ref === null) throw new Error(`${payment_id} has no intent`);
  return { payment_id, account, gateway_ref };
}

function isSamePayment(record: GatewayRecord, input: Prepare): boolean {
  return record.event_id === input.event_id && record.amount === input.amount && record.currency === input.currency;
}

/** Ends the wait, not the call. */
async function within<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
  });
  try {
    return await Promise.race([call(), aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
