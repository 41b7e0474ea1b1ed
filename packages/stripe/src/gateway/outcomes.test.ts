import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { prepare } from "../testing/pay.ts";

let seller: Seller;
/** What a page has: it can do to an intent what its client secret allows. */
let page: Stripe;
beforeAll(async () => {
  seller = await openSeller();
  const { hostname: host, port } = new URL(seller.double.origin);
  page = new Stripe(seller.double.publishableKey, { protocol: "http", host, port, stripeAccount: seller.account });
});
afterAll(() => seller.double.close());

async function makeToken(payment_method: string): Promise<string> {
  const { id } = await seller.stripe.testHelpers.confirmationTokens.create({ payment_method });
  return id;
}

/** As Stripe's script in a page does, with any card. */
function confirmOnPage(intent: string, client_secret: string): Promise<unknown> {
  return page.rawRequest("POST", `/v1/payment_intents/${intent}/confirm`, {
    ...{ client_secret, payment_method: "pm_card_visa" },
  });
}

const challenged = "pm_card_threeDSecure2Required";

test.each([
  ["pm_card_visa_chargeDeclined", "card_declined"],
  ["pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds"],
  ["pm_card_chargeDeclinedExpiredCard", "expired_card"],
  ["pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc"],
  ["pm_card_chargeDeclinedProcessingError", "processing_error"],
  ["pm_card_visa_chargeDeclinedLostCard", "card_declined"],
  ["pm_card_visa_chargeDeclinedStolenCard", "card_declined"],
])("%s is declined as %s, by a token of the page too", async (card, reason) => {
  for (const token of [card, await makeToken(card)]) {
    const { key, authorize } = await prepare(seller);
    expect(await authorize(token)).toMatchObject({ state: "declined", reason });
    expect(await seller.gateway.find(key)).toMatchObject({ state: "declined", reason });
  }
});

describe("a token", () => {
  test("of the page pays once", async () => {
    const [first, other] = [await prepare(seller), await prepare(seller)];
    const token = await makeToken("pm_card_visa");
    expect(await first.authorize(token)).toMatchObject({ state: "authorized" });
    expect(await other.authorize(token)).toMatchObject({ state: "declined", reason: "unknown_token" });
    expect(await seller.gateway.find(first.key)).toMatchObject({ state: "authorized" });
  });

  test.each(["ctoken_unknown", "pm_unknown", "tok_visa", "", "pm_card_visa&amount=1", `pm_${"x".repeat(300)}`])(
    "such as %j is declined, and another one comes too late for the payment",
    async (token) => {
      const { authorize } = await prepare(seller);
      expect(await authorize(token)).toMatchObject({ state: "declined", reason: "unknown_token" });
      expect(await authorize("pm_card_visa")).toMatchObject({ state: "declined" });
    },
  );

  test("that comes twice at once charges once", async () => {
    const { key, authorize } = await prepare(seller);
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => authorize()));
    const won = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.state] : []));
    expect(new Set(won)).toEqual(new Set(["authorized"]));
    const events = await seller.stripe.events.list({ limit: 100 }, { stripeAccount: seller.account });
    const reserved = events.data.filter(
      ({ type, data }) =>
        type === "payment_intent.amount_capturable_updated" && (data.object as { id?: string }).id === key.gateway_ref,
    );
    expect(reserved).toHaveLength(1);
  });
});

describe("a challenge", () => {
  test("hands the page what it needs to show it", async () => {
    const { key, authorize } = await prepare(seller);
    const { next_action } = await authorize(challenged);
    if (next_action?.type !== "stripe") throw new Error("no challenge of Stripe's");
    expect(next_action.account_id).toBe(seller.account);
    const { client_secret } = next_action;
    const seen = await page.paymentIntents.retrieve(key.gateway_ref ?? "", { client_secret });
    expect(seen.next_action?.type).toBe("use_stripe_sdk");
  });

  test("that failed is final: the page can't confirm the intent with another card", async () => {
    const { key, authorize } = await prepare(seller);
    const { next_action } = await authorize(challenged);
    if (next_action?.type !== "stripe") throw new Error("no challenge of Stripe's");
    const intent = key.gateway_ref ?? "";
    await seller.double.order({ order: "answer_challenge", account: seller.account, intent, approve: false });
    expect(await seller.gateway.find(key)).toMatchObject({ state: "declined", reason: "challenge_failed" });
    await expect(confirmOnPage(intent, next_action.client_secret)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
    expect(await seller.gateway.find(key)).toMatchObject({ state: "declined", reason: "challenge_failed" });
  });

  test("that failed and was followed by another card before anybody looked is what the card made of it", async () => {
    const { key, authorize } = await prepare(seller);
    const { next_action } = await authorize(challenged);
    if (next_action?.type !== "stripe") throw new Error("no challenge of Stripe's");
    const intent = key.gateway_ref ?? "";
    await seller.double.order({ order: "answer_challenge", account: seller.account, intent, approve: false });
    await confirmOnPage(intent, next_action.client_secret);
    expect(await seller.gateway.find(key)).toMatchObject({ state: "authorized" });
  });

  test("that was voided can't be passed any more", async () => {
    const { key, authorize } = await prepare(seller);
    await authorize(challenged);
    await seller.gateway.void(key);
    const late = { order: "answer_challenge", account: seller.account, intent: key.gateway_ref ?? "", approve: true };
    await expect(seller.double.order({ ...late, order: "answer_challenge" })).rejects.toThrow("unexpected_state");
    expect(await seller.gateway.find(key)).toMatchObject({ state: "voided" });
  });
});

test("a payment that the bank still thinks about is waited for, and can be voided once it is decided", async () => {
  const { key, input, authorize } = await prepare(seller);
  const waiting = await authorize("pm_double_processing");
  expect(waiting).toMatchObject({ state: "challenged", next_action: { type: "stripe" } });
  expect(await seller.gateway.find(key)).toEqual(waiting);
  await expect(seller.gateway.void(key)).rejects.toThrow("400");
  expect(await seller.gateway.listByEvent(input.event_id, [seller.account])).toEqual([waiting]);
  const intent = key.gateway_ref ?? "";
  await seller.double.order({ order: "answer_challenge", account: seller.account, intent, approve: true });
  expect(await seller.gateway.find(key)).toMatchObject({ state: "authorized" });
  expect(await seller.gateway.void(key)).toMatchObject({ state: "voided" });
});

test("a capture that the bank refuses for good leaves the payment voided", async () => {
  const { key, authorize } = await prepare(seller);
  await authorize();
  const options = { stripeAccount: seller.account };
  await seller.stripe.paymentIntents.cancel(key.gateway_ref ?? "", {}, options);
  expect(await seller.gateway.capture(key)).toMatchObject({ state: "voided", refunded: 0 });
});
