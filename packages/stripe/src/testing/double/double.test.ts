import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSeller, type Seller } from "../open-seller.ts";
import { pay, prepare } from "../pay.ts";
import { readForm } from "./form.ts";
import { openState, platform } from "./state.ts";

let seller: Seller;
let options: { stripeAccount: string };
beforeAll(async () => {
  seller = await openSeller();
  options = { stripeAccount: seller.account };
});
afterAll(() => seller.double.close());

const intent = { amount: 1_000, currency: "usd" };

test.each([
  ["a=1&b=two%20words", { a: "1", b: "two words" }],
  ["metadata[a]=1&metadata[b]=2", { metadata: { a: "1", b: "2" } }],
  ["types[0]=x&types[1]=y", { types: ["x", "y"] }],
  ["types[]=x&types[]=y", { types: ["x", "y"] }],
  ["a[b][c]=1&a[b][d][0]=2", { a: { b: { c: "1", d: ["2"] } } }],
  ["", {}],
])("reads the form %s", (form, params) => {
  expect(readForm(form)).toEqual(params);
});

describe("an Idempotency-Key", () => {
  const create = (idempotencyKey: string, change = {}) =>
    seller.stripe.paymentIntents.create({ ...intent, ...change }, { ...options, idempotencyKey });

  test("gets the same answer, and another body is refused", async () => {
    const first = await create("a key");
    const again = await create("a key");
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    await expect(create("a key", { amount: 2_000 })).rejects.toMatchObject({
      ...{ type: "StripeIdempotencyError", statusCode: 400 },
    });
  });

  test("is another account's own", async () => {
    const first = await create("a key of two");
    const other = await seller.stripe.paymentIntents.create(intent, { idempotencyKey: "a key of two" });
    expect(other.id).not.toBe(first.id);
  });

  test("is refused while the first call under it has no answer", async () => {
    await seller.double.addFault({ method: "POST", path: "/payment_intents$", times: 1, kind: "hold" });
    const first = create("a key in use");
    const isHeld = () => seller.double.order({ order: "held" });
    await expect.poll(isHeld).toBe(1);
    await expect(create("a key in use")).rejects.toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
    await seller.double.order({ order: "release" });
    expect((await create("a key in use")).id).toBe((await first).id);
  });

  test("keeps no answer to a call that never began", async () => {
    await expect(create("a key for later", { amount: 1 })).rejects.toMatchObject({ code: "amount_too_small" });
    expect(await create("a key for later")).toMatchObject({ amount: 1_000 });
  });
});

describe("a call", () => {
  test("with a parameter that Stripe doesn't have is refused", async () => {
    const call = seller.stripe.paymentIntents.create({ ...intent, colour: "red" } as never, options);
    await expect(call).rejects.toMatchObject({ code: "parameter_unknown", param: "colour" });
  });

  test("for an account that is not there is refused", async () => {
    const call = seller.stripe.paymentIntents.create(intent, { stripeAccount: "acct_nobody" });
    await expect(call).rejects.toMatchObject({ type: "StripePermissionError", statusCode: 403 });
  });

  test.each([
    ["kwd", 5_124],
    ["isk", 550],
    ["ugx", 1],
    ["usd", 100_000_000],
  ])("for an amount of %s that Stripe does not charge, %d, is refused", async (currency, amount) => {
    const call = seller.stripe.paymentIntents.create({ amount, currency }, options);
    await expect(call).rejects.toMatchObject({ type: "StripeInvalidRequestError", param: "amount" });
  });

  test.each([
    ["POST", "/v1/payment_intents"],
    ["GET", "/v1/payment_intents"],
    ["POST", "/v1/refunds"],
  ])("of a page, %s %s, is refused", async (method, path) => {
    const authorization = `Bearer ${seller.double.publishableKey}`;
    const response = await fetch(`${seller.double.origin}${path}`, { method, headers: { authorization } });
    expect(response.status).toBe(403);
  });
});

describe("the list of events", () => {
  test("is read on from a cursor, so that nothing is read twice or left out", async () => {
    const { key } = await pay(seller);
    const [newest] = (await seller.stripe.events.list({ limit: 1 }, options)).data;
    for (let round = 0; round < 30; round++) await pay(seller);
    const since = await seller.stripe.events
      .list({ ending_before: newest?.id ?? "", limit: 50 }, options)
      .autoPagingToArray({ limit: 1_000 });
    const all = await seller.stripe.events.list({ limit: 100 }, options).autoPagingToArray({ limit: 10_000 });
    const fresh = all.slice(
      0,
      all.findIndex(({ id }) => id === newest?.id),
    );
    expect(fresh).toHaveLength(120);
    expect(since.map(({ id }) => id)).toEqual(fresh.map(({ id }) => id).reverse());
    expect(all.some(({ data }) => (data.object as { id?: string }).id === key.gateway_ref)).toBe(true);
  });

  test("can be asked for some types alone, and is each account's own", async () => {
    await pay(seller);
    const types = ["payment_intent.succeeded", "charge.captured"];
    const some = await seller.stripe.events.list({ types, limit: 100 }, options);
    expect(new Set(some.data.map(({ type }) => type))).toEqual(new Set(types));
    expect(new Set(some.data.map(({ account }) => account))).toEqual(new Set([seller.account]));
    expect((await seller.stripe.events.list({ types })).data).toEqual([]);
  });
});

describe("a seller's account", () => {
  test("may charge once its owner has been through the page of its link", async () => {
    const { id: account } = await seller.stripe.accounts.create({ country: "DE", email: "a@b.example" });
    const before = await seller.stripe.accounts.retrieve(account);
    expect(before).toMatchObject({ charges_enabled: false, details_submitted: false });
    expect(before.requirements?.currently_due).not.toEqual([]);
    const { authorize } = await prepare(seller, { account });
    await expect(authorize()).rejects.toThrow("account_invalid");
    const return_url = "http://127.0.0.1:9/back";
    const { url } = await seller.stripe.accountLinks.create({
      ...{ account, return_url, refresh_url: return_url, type: "account_onboarding" },
    });
    const response = await fetch(url, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([302, return_url]);
    expect(await seller.stripe.accounts.retrieve(account)).toMatchObject({ charges_enabled: true });
    expect(await authorize()).toMatchObject({ state: "authorized" });
    const { data } = await seller.stripe.events.list({ type: "account.updated" }, { stripeAccount: account });
    expect(data).toMatchObject([{ account, data: { object: { charges_enabled: true } } }]);
  });

  test("sees a dispute, and how it ends", async () => {
    const { key } = await pay(seller);
    const order = { order: "open_dispute", account: seller.account, intent: key.gateway_ref ?? "" } as const;
    const { id } = await seller.double.order<{ id: string }>({ ...order, reason: "product_not_received" });
    expect(await seller.stripe.disputes.retrieve(id, {}, options)).toMatchObject({
      ...{ status: "needs_response", amount: 15_000, reason: "product_not_received", payment_intent: key.gateway_ref },
    });
    await seller.double.order({ order: "close_dispute", account: seller.account, dispute: id, status: "lost" });
    const { data } = await seller.stripe.disputes.list({ payment_intent: key.gateway_ref ?? "" }, options);
    expect(data).toMatchObject([{ id, status: "lost" }]);
  });
});

describe("the file", () => {
  test("has what was committed, whatever came after, and is written on", async () => {
    const folder = await mkdtemp(join(tmpdir(), "evently-state-"));
    const file = join(folder, "state.jsonl");
    const token = (id: string) => ({ id, object: "confirmation_token", payment_method: "pm", used_by: null }) as const;
    const first = openState(file);
    first.put("token", platform, token(first.nextId("ctoken")));
    first.commit();
    first.put("token", platform, token(first.nextId("ctoken")));
    first.close();
    await appendFile(file, '[{"kind":"token","own');
    const second = openState(file);
    const next = second.nextId("ctoken");
    expect(second.list("token", platform).map(({ id }) => id)).toEqual(["ctoken_0000000001"]);
    second.put("token", platform, token(next));
    second.commit();
    second.close();
    const third = openState(file);
    expect(third.list("token", platform).map(({ id }) => id)).toEqual([next, "ctoken_0000000001"]);
    third.close();
    expect((await readFile(file, "utf8")).trim().split(/\n+/)).toHaveLength(3);
    await rm(folder, { recursive: true });
  });
});
