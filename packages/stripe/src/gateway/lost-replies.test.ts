import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "../testing/double/faults.ts";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { newPayment, patient, pay, prepare } from "../testing/pay.ts";
import { createStripeGateway } from "./create-stripe-gateway.ts";

let seller: Seller;
beforeAll(async () => {
  seller = await openSeller();
});
afterAll(() => seller.double.close());
beforeEach(() => seller.double.order({ order: "forget_faults" }));

/** The SDK sends a call whose connection was closed once more, so that two must be lost for it to be unanswered. */
const lose = (path: string, when: "before" | "after", times = 2): Fault => ({
  ...{ method: "POST", path, times, kind: "lose", when },
});

async function intentsOf(payment_id: string) {
  const { data } = await seller.stripe.paymentIntents.list({ limit: 100 }, { stripeAccount: seller.account });
  return data.filter(({ metadata }) => metadata.payment_id === payment_id);
}

test("a reply lost once is asked for again under its key, and charges once", async () => {
  const { key, authorize } = await prepare(seller);
  await seller.double.addFault(lose("/confirm$", "after", 1));
  expect(await authorize()).toMatchObject({ state: "authorized" });
  const calls = (await seller.double.calls()).filter((call) => call.key === `${key.payment_id}-confirm`);
  expect(calls).toHaveLength(2);
  const { data } = await seller.stripe.events.list(
    { type: "payment_intent.amount_capturable_updated", limit: 100 },
    { stripeAccount: seller.account },
  );
  const reserved = data.filter((event) => (event.data.object as { id?: string }).id === key.gateway_ref);
  expect(reserved).toHaveLength(1);
});

test("an unconfirmed orphan costs nobody anything and is listed nowhere", async () => {
  const input = newPayment(seller.account);
  await seller.double.addFault(lose("/payment_intents$", "after"));
  await expect(seller.gateway.prepare(input, patient())).rejects.toThrow("StripeConnectionError");
  const [orphan, ...more] = await intentsOf(input.payment_id);
  expect(orphan).toMatchObject({ status: "requires_payment_method", latest_charge: null, amount_received: 0 });
  expect(more).toEqual([]);
  expect(await seller.gateway.listByEvent(input.event_id, [seller.account])).toEqual([]);
  const unknown = { payment_id: input.payment_id, account: seller.account, gateway_ref: null };
  expect(await seller.gateway.find(unknown)).toBeNull();
  expect(await seller.gateway.void(unknown)).toMatchObject({ state: "voided", amount: 0 });
  expect(await seller.gateway.prepare(input, patient())).toEqual({ gateway_ref: orphan?.id });
});

test.each<["before" | "after", string, string]>([
  ["before", "prepared", "voided"],
  ["after", "authorized", "voided"],
])("a confirm lost %s its effect leaves %s, and can be voided", async (when, state, then) => {
  const { key, authorize } = await prepare(seller);
  await seller.double.addFault(lose("/confirm$", when));
  await expect(authorize()).rejects.toThrow("StripeConnectionError");
  expect(await seller.gateway.find(key)).toMatchObject({ state });
  expect(await seller.gateway.void(key)).toMatchObject({ state: then });
  expect(await authorize()).toMatchObject({ state: then });
  expect(await intentsOf(key.payment_id)).toMatchObject([{ status: "canceled", amount_received: 0 }]);
});

test.each(["before", "after"] as const)("a capture lost %s its effect is repeated, and takes once", async (when) => {
  const { key, authorize } = await prepare(seller);
  await authorize();
  await seller.double.addFault(lose("/capture$", when));
  await expect(seller.gateway.capture(key)).rejects.toThrow("StripeConnectionError");
  expect(await seller.gateway.capture(key)).toMatchObject({ state: "captured" });
  expect(await intentsOf(key.payment_id)).toMatchObject([{ status: "succeeded", amount_received: 15_000 }]);
});

test.each(["before", "after"] as const)("a refund lost %s its effect is repeated, and given once", async (when) => {
  const { key } = await pay(seller);
  const refund = { refund_id: `${key.payment_id}-r1`, amount: 4_000 };
  await seller.double.addFault(lose("/refunds$", when));
  await expect(seller.gateway.refund(key, refund)).rejects.toThrow("StripeConnectionError");
  await seller.double.order({ order: "forget_keys", account: seller.account });
  expect(await seller.gateway.refund(key, refund)).toMatchObject({ refunds: [refund], refunded: 4_000 });
});

describe("a call without an answer", () => {
  test("is given up in time, and find tells what became of it", async () => {
    const { origin: apiBase, secretKey, publishableKey } = seller.double;
    const impatient = createStripeGateway({
      secretKey,
      publishableKey,
      apiBase,
      timeoutSeconds: 0.1,
      applicationFeePercent: 0,
    });
    const { input, key } = await prepare(seller);
    await seller.double.addFault({ method: "POST", path: "/confirm$", times: 1, kind: "hold" });
    const given = { ...input, gateway_ref: key.gateway_ref, token: "pm_card_visa" };
    await expect(impatient.authorize(given, patient())).rejects.toThrow("StripeConnectionError");
    expect(await seller.gateway.find(key)).toMatchObject({ state: "prepared" });
    expect(await seller.gateway.void(key)).toMatchObject({ state: "voided" });
    await seller.double.order({ order: "release" });
    expect(await seller.gateway.find(key)).toMatchObject({ state: "voided" });
    expect(await intentsOf(key.payment_id)).toMatchObject([{ status: "canceled", latest_charge: null }]);
  });

  test("may only be slow", async () => {
    const { authorize } = await prepare(seller);
    await seller.double.addFault({ method: "POST", path: "/confirm$", times: 1, kind: "slow", ms: 20 });
    expect(await authorize()).toMatchObject({ state: "authorized" });
  });

  test("does not keep a buyer who stops waiting", async () => {
    const { input, key } = await prepare(seller);
    await seller.double.addFault({ method: "POST", path: "/confirm$", times: 1, kind: "hold" });
    const waiting = new AbortController();
    const given = { ...input, gateway_ref: key.gateway_ref, token: "pm_card_visa" };
    const call = seller.gateway.authorize(given, waiting.signal);
    waiting.abort(new Error("long enough"));
    await expect(call).rejects.toThrow("long enough");
    await seller.double.order({ order: "release" });
  });
});

describe("when Stripe ends and comes back", () => {
  test.each<["before" | "after", string]>([
    ["before", "prepared"],
    ["after", "authorized"],
  ])("%s a confirm had its effect, the payment is %s", async (when, state) => {
    const { key, authorize } = await prepare(seller);
    const before = seller.double.pid;
    await seller.double.addFault({ method: "POST", path: "/confirm$", times: 1, kind: "die", when });
    await expect(authorize()).rejects.toThrow("StripeConnectionError");
    await seller.double.restart("await death");
    expect(seller.double.pid).not.toBe(before);
    expect(await seller.gateway.find(key)).toMatchObject({ state });
  });

  test("it knows every payment, refund and key, and connections kept open are opened anew", async () => {
    const { key, input } = await pay(seller);
    const refund = { refund_id: `${key.payment_id}-r1`, amount: 4_000 };
    const refunded = await seller.gateway.refund(key, refund);
    await seller.double.restart();
    expect(await seller.gateway.find(key)).toEqual(refunded);
    expect(await seller.gateway.refund(key, refund)).toEqual(refunded);
    await expect(seller.gateway.prepare(input, patient())).rejects.toThrow("was used before");
    await expect(seller.gateway.prepare({ ...input, amount: 1_000 }, patient())).rejects.toThrow(
      "StripeIdempotencyError",
    );
  });
});

describe("a failure that Stripe keeps under the key", () => {
  const fail = (path: string, times = 1): Fault => ({
    ...{ method: "POST", path, times, kind: "fail", status: 500, type: "api_error", isKept: true },
  });

  test("does not stand in the way of a capture", async () => {
    const { key, authorize } = await prepare(seller);
    await authorize();
    await seller.double.addFault(fail("/capture$"));
    await expect(seller.gateway.capture(key)).rejects.toThrow("500");
    expect(await seller.gateway.capture(key)).toMatchObject({ state: "captured" });
  });

  test("does not stand in the way of a void", async () => {
    const { key, authorize } = await prepare(seller);
    await authorize();
    await seller.double.addFault(fail("/cancel$"));
    await expect(seller.gateway.void(key)).rejects.toThrow("500");
    expect(await seller.gateway.void(key)).toMatchObject({ state: "voided" });
  });

  test("of a void does not stand in the way of a decline that is to be final", async () => {
    const { key, authorize } = await prepare(seller);
    await authorize("pm_card_threeDSecure2Required");
    await seller.double.addFault(fail("/cancel$"));
    await expect(seller.gateway.void(key)).rejects.toThrow("500");
    const { account, gateway_ref } = key;
    const answer = { order: "answer_challenge", account, intent: gateway_ref ?? "", approve: false } as const;
    await seller.double.order(answer);
    expect(await seller.gateway.find(key)).toMatchObject({ state: "declined", reason: "challenge_failed" });
    expect(await intentsOf(key.payment_id)).toMatchObject([{ status: "canceled" }]);
  });

  test("does not stand in the way of a refund, which is given once however often it is kept", async () => {
    const { key } = await pay(seller);
    const refund = { refund_id: `${key.payment_id}-r1`, amount: 4_000 };
    // Each call first meets what was kept of those before.
    for (const times of [1, 2]) {
      await seller.double.addFault(fail("/refunds$", times));
      await expect(seller.gateway.refund(key, refund)).rejects.toThrow("500");
    }
    expect(await seller.gateway.refund(key, refund)).toMatchObject({ refunds: [refund], refunded: 4_000 });
    expect(await seller.gateway.refund(key, refund)).toMatchObject({ refunds: [refund], refunded: 4_000 });
  });

  test("does not stand in the way of a refund of what the seller has left meanwhile", async () => {
    const { key, input } = await pay(seller);
    const refund = { refund_id: `${key.payment_id}-r1`, amount: input.amount };
    await seller.double.addFault(fail("/refunds$"));
    await expect(seller.gateway.refund(key, refund)).rejects.toThrow("500");
    const there = { payment_intent: key.gateway_ref ?? "", amount: 4_000 };
    await seller.stripe.refunds.create(there, { stripeAccount: key.account ?? "" });
    const remaining = { ...refund, amount: input.amount - 4_000 };
    await seller.double.addFault(fail("/refunds$", 2));
    await expect(seller.gateway.refund(key, remaining)).rejects.toThrow("500");
    expect(await seller.gateway.refund(key, remaining)).toMatchObject({ refunded: input.amount });
    expect(await seller.gateway.refund(key, remaining)).toMatchObject({ refunded: input.amount });
  });

  test("of a confirm leaves the attempt unpaid", async () => {
    const { key, authorize } = await prepare(seller);
    await seller.double.addFault(fail("/confirm$"));
    await expect(authorize()).rejects.toThrow("500");
    await expect(authorize()).rejects.toThrow("500");
    expect(await seller.gateway.find(key)).toMatchObject({ state: "prepared" });
  });
});
