import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { newPayment, patient, pay, prepare } from "../testing/pay.ts";
import { createStripeGateway } from "./create-stripe-gateway.ts";

let seller: Seller;
beforeAll(async () => {
  seller = await openSeller(5);
});
afterAll(() => seller.double.close());

async function callsOf(payment_id: string) {
  const calls = await seller.double.calls();
  return calls.filter(({ key, method }) => method === "POST" && key?.startsWith(`${payment_id}-`));
}

const paramsOf = (form: string) => Object.fromEntries(new URLSearchParams(form));

test("every call names the seller's account, its version and a key of its own", async () => {
  const { gateway, account } = seller;
  const { input, key } = await pay(seller);
  await gateway.refund(key, { refund_id: `${key.payment_id}-r1`, amount: 4_000 });
  const calls = await callsOf(key.payment_id);
  const intents = "/v1/payment_intents";
  expect(calls.map(({ path, key }) => `${path} ${key}`)).toEqual([
    `${intents} ${key.payment_id}-create`,
    `${intents}/${key.gateway_ref}/confirm ${key.payment_id}-confirm`,
    `${intents}/${key.gateway_ref}/capture ${key.payment_id}-capture`,
    `/v1/refunds ${key.payment_id}-r1`,
  ]);
  for (const call of await seller.double.calls()) {
    expect(call.account).toBe(/^\/v1\/(accounts|application_fees)/.test(call.path) ? null : account);
    expect(call.version).toBe("2026-10-28.endive");
  }
  expect(paramsOf(calls[0]?.form ?? "")).toEqual({
    ...{ amount: "15000", currency: "usd", capture_method: "manual", "allowed_payment_method_types[0]": "card" },
    ...{ application_fee_amount: "750", "metadata[payment_id]": key.payment_id },
    ...{ "metadata[event_id]": input.event_id, "metadata[holding_id]": input.holding_id },
  });
  expect(paramsOf(calls[3]?.form ?? "")).toMatchObject({ amount: "4000", refund_application_fee: "true" });
});

test("nothing is confirmed without a stored intent", async () => {
  const input = newPayment(seller.account);
  await seller.gateway.prepare(input, patient());
  const call = seller.gateway.authorize({ ...input, gateway_ref: null, token: "pm_card_visa" }, patient());
  await expect(call).rejects.toThrow("has no intent");
  expect(await callsOf(input.payment_id)).toHaveLength(1);
});

test("many who prepare the same payment get one intent", async () => {
  const { gateway, stripe, account } = seller;
  const input = newPayment(account);
  const prepared = await Promise.all(Array.from({ length: 20 }, () => gateway.prepare(input, patient())));
  expect(new Set(prepared.map(({ gateway_ref }) => gateway_ref)).size).toBe(1);
  const intents = await stripe.paymentIntents.list({ limit: 100 }, { stripeAccount: account });
  expect(intents.data.filter(({ metadata }) => metadata.payment_id === input.payment_id)).toHaveLength(1);
});

test("a payment that was prepared is not prepared for another sum", async () => {
  const input = newPayment(seller.account);
  await seller.gateway.prepare(input, patient());
  await expect(seller.gateway.prepare({ ...input, amount: 1_000 }, patient())).rejects.toThrow(
    "StripeIdempotencyError",
  );
});

test("a payment of an emptied table is not taken for one that was paid before", async () => {
  const { input } = await pay(seller);
  await expect(seller.gateway.prepare(input, patient())).rejects.toThrow(`${input.payment_id} was used before`);
});

describe("an application fee", () => {
  const feeOf = async (payment_id: string) => {
    const { data: intents } = await seller.stripe.paymentIntents.list(
      { limit: 100 },
      { stripeAccount: seller.account },
    );
    const charge = intents.find(({ metadata }) => metadata.payment_id === payment_id)?.latest_charge;
    const { data: fees } = await seller.stripe.applicationFees.list({ limit: 100 });
    return fees.find((fee) => fee.charge === charge);
  };

  test("is taken of the payment, and given back in proportion", async () => {
    const { key } = await pay(seller);
    expect(await feeOf(key.payment_id)).toMatchObject({ amount: 750, amount_refunded: 0, account: seller.account });
    expect(await seller.gateway.find(key)).toMatchObject({ fee: 750, fee_refunded: 0 });
    const part = await seller.gateway.refund(key, { refund_id: `${key.payment_id}-r1`, amount: 4_000 });
    expect(await feeOf(key.payment_id)).toMatchObject({ amount_refunded: 200 });
    expect(part).toMatchObject({ fee: 750, fee_refunded: 200 });
    await seller.gateway.refund(key, { refund_id: `${key.payment_id}-r2`, amount: 11_000 });
    expect(await feeOf(key.payment_id)).toMatchObject({ amount_refunded: 750, refunded: true });
    expect(await seller.gateway.find(key)).toMatchObject({ fee: 750, fee_refunded: 750 });
  });

  test("is known as soon as the payment is captured, without another call, and not before", async () => {
    const { key, authorize } = await prepare(seller);
    expect(await authorize()).not.toHaveProperty("fee");
    const before = (await seller.double.calls()).length;
    expect(await seller.gateway.capture(key)).toMatchObject({ fee: 750, fee_refunded: 0 });
    const paths = (await seller.double.calls()).slice(before).map(({ path }) => path);
    expect(paths.filter((path) => path.includes("application_fees"))).toEqual([]);
  });

  test("is in lists as it is in the payment, a refund from the dashboard included, which gives none of it back", async () => {
    const { input, key } = await pay(seller);
    const { account: stripeAccount } = seller;
    await seller.stripe.refunds.create({ payment_intent: key.gateway_ref ?? "", amount: 3_000 }, { stripeAccount });
    const listed = await seller.gateway.listByEvent(input.event_id, [seller.account]);
    expect(listed).toMatchObject([{ refunded: 3_000, fee: 750, fee_refunded: 0 }]);
    expect(listed).toEqual([await seller.gateway.find(key)]);
  });

  test("of which a part smaller than the minor unit went back is rounded", async () => {
    const { key } = await pay(seller, { amount: 5_500, currency: "ISK" });
    const part = await seller.gateway.refund(key, { refund_id: `${key.payment_id}-r1`, amount: 50 });
    expect(await feeOf(key.payment_id)).toMatchObject({ amount: 27_500, amount_refunded: 250 });
    expect(part).toMatchObject({ fee: 275, fee_refunded: 3 });
  });

  test("is not taken of the platform's own sales, nor asked back from them", async () => {
    const { key } = await pay(seller, { account: null });
    const refunded = await seller.gateway.refund(key, { refund_id: `${key.payment_id}-r1`, amount: 15_000 });
    expect(refunded).toMatchObject({ account: null, refunded: 15_000 });
    const [create] = await callsOf(key.payment_id);
    expect(create).toMatchObject({ account: null });
    expect(create?.form).not.toContain("application_fee_amount");
  });

  test("of 0 is not asked for", async () => {
    const { origin: apiBase, secretKey, publishableKey } = seller.double;
    const gateway = createStripeGateway({
      secretKey,
      publishableKey,
      apiBase,
      timeoutSeconds: 20,
      applicationFeePercent: 0,
    });
    const { key } = await pay({ ...seller, gateway });
    await gateway.refund(key, { refund_id: `${key.payment_id}-r1`, amount: 100 });
    const forms = (await callsOf(key.payment_id)).map(({ form }) => form).join(" ");
    expect(forms).not.toContain("application_fee");
  });
});

describe("what Stripe refuses", () => {
  test("is named without what only the buyer and Stripe may know", async () => {
    const { key, authorize } = await prepare(seller);
    const fault = { method: "POST", path: "/confirm$", times: 1, kind: "fail", isKept: false } as const;
    await seller.double.addFault({ ...fault, status: 429, type: "invalid_request_error", code: "lock_timeout" });
    const failure = await authorize("pm_card_visa").catch((error) => error);
    expect(String(failure)).toMatch(
      /^StripeFailure: authorize payment-\d+: 429, StripeRateLimitError, lock_timeout, req_/,
    );
    expect(Object.keys(failure)).toEqual(["name"]);
    expect(await seller.gateway.find(key)).toMatchObject({ state: "prepared" });
  });

  test("with a wrong key is no decline", async () => {
    const { origin: apiBase, publishableKey } = seller.double;
    const secretKey = "sk_test_another";
    const gateway = createStripeGateway({
      secretKey,
      publishableKey,
      apiBase,
      timeoutSeconds: 20,
      applicationFeePercent: 0,
    });
    const { input, key } = await prepare(seller);
    const call = gateway.authorize({ ...input, gateway_ref: key.gateway_ref, token: "pm_card_visa" }, patient());
    const failure = await call.catch(String);
    expect(failure).toContain("401, StripeAuthenticationError");
    expect(failure).not.toContain(secretKey);
    await expect(gateway.find(key)).rejects.toThrow("401");
  });

  test("is asked once: repeating is the scheduled work's", async () => {
    const { input } = await prepare(seller);
    const fault = { method: "POST", path: "/payment_intents$", times: 1, kind: "fail", isKept: false } as const;
    await seller.double.addFault({ ...fault, status: 503, type: "api_error" });
    const other = { ...input, payment_id: newPayment(null).payment_id };
    await expect(seller.gateway.prepare(other, patient())).rejects.toThrow("503");
    expect(await callsOf(other.payment_id)).toHaveLength(1);
  });

  test("for an account that may not charge is no decline", async () => {
    const { id: account } = await seller.stripe.accounts.create({ country: "US" });
    const { authorize } = await prepare(seller, { account });
    await expect(authorize()).rejects.toThrow("account_invalid");
  });
});

test("an intent that is another payment's is not touched", async () => {
  const [first, other] = [await prepare(seller), await prepare(seller)];
  const mixed = { ...first.key, gateway_ref: other.key.gateway_ref };
  await expect(seller.gateway.find(mixed)).rejects.toThrow("is not of");
  expect(await seller.gateway.find({ ...first.key, gateway_ref: "pi_unknown" })).toBeNull();
});

test.each(["http://stripe.example", "https://stripe.example/v1", "ftp://127.0.0.1", "nowhere"])(
  "%s is no origin of the API",
  (apiBase) => {
    const options = {
      secretKey: "sk_test_x",
      publishableKey: "pk_test_x",
      timeoutSeconds: 20,
      applicationFeePercent: 0,
    };
    expect(() => createStripeGateway({ ...options, apiBase })).toThrow();
  },
);

test("a page is opened for the seller's account, with the amount in Stripe's unit", () => {
  const sale = { amount: 5_500, currency: "ISK", account: seller.account };
  expect(seller.gateway.client(sale)).toEqual({
    ...{ gateway: "stripe", publishable_key: seller.double.publishableKey, account_id: seller.account },
    ...{ amount: 550_000, currency: "ISK" },
  });
  expect(() => seller.gateway.client({ ...sale, amount: 5_001, currency: "KWD" })).toThrow("no amount of 5001");
});
