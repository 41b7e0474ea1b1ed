import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Authorize, PaymentGateway, PaymentKey, Prepare } from "@evently/core/payment/gateway";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { id } from "@evently/core/testing/id";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSeller } from "../testing/open-seller.ts";

/** A gateway, and how a test makes it authorize, decline, ask and fail. */
type Subject = {
  gateway: PaymentGateway;
  /** The seller's there, null where the gateway knows none. */
  account: string | null;
  tokens: Record<"ok" | "declined" | "challenged" | "unknown", string>;
  /** The customer's answer to its bank. */
  answerChallenge(key: PaymentKey, approve: boolean): Promise<unknown>;
  /** Loses the answer to the next authorize, once it had its effect; returns the token to pay with. */
  loseAuthorize(): Promise<string>;
  close(): Promise<void>;
};

async function openTest(): Promise<Subject> {
  const directory = await mkdtemp(join(tmpdir(), "evently-contract-"));
  const gateway = createTestGateway({ directory });
  return {
    gateway,
    account: null,
    tokens: { ok: "tok_visa", declined: "tok_chargeDeclined", challenged: "tok_challenge", unknown: "tok_nobodyKnows" },
    answerChallenge: ({ payment_id }, approve) => gateway.answerChallenge(payment_id, approve),
    loseAuthorize: async () => "tok_charge_then_lost",
    close: async () => {
      await gateway.close();
      await rm(directory, { recursive: true });
    },
  };
}

async function openStripe(): Promise<Subject> {
  const { gateway, account, double } = await openSeller();
  const declined = "pm_card_visa_chargeDeclined";
  return {
    ...{ gateway, account, close: double.close },
    tokens: { ok: "pm_card_visa", declined, challenged: "pm_card_threeDSecure2Required", unknown: "pm_nobodyKnows" },
    answerChallenge: ({ account, gateway_ref }, approve) =>
      double.order({ order: "answer_challenge", account, intent: gateway_ref ?? "", approve }),
    // The SDK sends a call whose connection was closed once more by itself.
    loseAuthorize: async () => {
      await double.addFault({ method: "POST", path: "/confirm$", times: 2, kind: "lose", when: "after" });
      return "pm_card_visa";
    },
  };
}

const patient = new AbortController().signal;
const amount = 15_000;
const none = { refunds: [], refunded: 0 };

const gateways: [string, () => Promise<Subject>][] = [
  ["the test gateway", openTest],
  ["Stripe", openStripe],
];

describe.each(gateways)("the port, kept by %s", (_, open) => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  let last = 0;

  async function prepare(change: Partial<Prepare> = {}) {
    const under = subject;
    const input: Prepare = {
      ...{ payment_id: id.payment(++last), event_id: id.event(last), holding_id: id.holding(last) },
      ...{ amount, currency: "USD", account: under.account, ...change },
    };
    const { gateway_ref } = await under.gateway.prepare(input, patient);
    const key: PaymentKey = { payment_id: input.payment_id, account: input.account, gateway_ref };
    const authorize = (token: string, other: Partial<Authorize> = {}) =>
      under.gateway.authorize({ ...input, gateway_ref, token, ...other }, patient);
    const facts = { ...key, event_id: input.event_id, holding_id: input.holding_id, amount, currency: "USD" };
    return { ...under, input, key, facts, authorize };
  }

  async function captured() {
    const payment = await prepare();
    await payment.authorize(payment.tokens.ok);
    await payment.gateway.capture(payment.key);
    return payment;
  }

  test("an authorized payment is reserved, then captured", async () => {
    const { gateway, key, facts, tokens, authorize } = await prepare();
    const record = { ...facts, ...none, state: "authorized", reason: null };
    expect(await authorize(tokens.ok)).toEqual(record);
    expect(await gateway.find(key)).toEqual(record);
    expect(await gateway.capture(key)).toEqual({ ...record, state: "captured" });
    expect(await gateway.find(key)).toEqual({ ...record, state: "captured" });
  });

  test("a declined payment stays declined, whatever is tried then", async () => {
    const { gateway, key, tokens, authorize } = await prepare();
    expect(await authorize(tokens.declined)).toMatchObject({ state: "declined", reason: "card_declined", ...none });
    expect(await authorize(tokens.ok)).toMatchObject({ state: "declined" });
    expect(await gateway.capture(key)).toMatchObject({ state: "declined" });
    expect(await gateway.void(key)).toMatchObject({ state: "declined" });
    expect(await gateway.find(key)).toMatchObject({ state: "declined", reason: "card_declined" });
  });

  test("a token that the gateway does not know is declined", async () => {
    const { tokens, authorize } = await prepare();
    expect(await authorize(tokens.unknown)).toMatchObject({ state: "declined", reason: "unknown_token" });
  });

  test.each([
    [true, "authorized", null, "captured"],
    [false, "declined", "challenge_failed", "declined"],
  ])("a challenge answered with %s is %s", async (approve, state, reason, then) => {
    const { gateway, key, tokens, authorize, answerChallenge } = await prepare();
    const asked = await authorize(tokens.challenged);
    expect(asked).toMatchObject({ state: "challenged", reason: null });
    expect(asked.next_action).toBeDefined();
    expect(await gateway.find(key)).toEqual(asked);
    expect(await gateway.capture(key)).toMatchObject({ state: "challenged" });
    await answerChallenge(key, approve);
    const answered = await gateway.find(key);
    expect(answered).toMatchObject({ state, reason });
    expect(answered?.next_action).toBeUndefined();
    expect(await authorize(tokens.challenged)).toMatchObject({ state });
    expect(await gateway.capture(key)).toMatchObject({ state: then });
  });

  test("a challenge that nobody answers can be voided", async () => {
    const { gateway, key, tokens, authorize } = await prepare();
    await authorize(tokens.challenged);
    expect(await gateway.void(key)).toMatchObject({ state: "voided" });
    expect(await gateway.find(key)).toMatchObject({ state: "voided" });
  });

  test("void ends an authorized payment, and refuses a later authorize and capture", async () => {
    const { gateway, key, tokens, authorize } = await prepare();
    await authorize(tokens.ok);
    expect(await gateway.void(key)).toMatchObject({ state: "voided", ...none });
    expect(await gateway.void(key)).toMatchObject({ state: "voided" });
    expect(await gateway.capture(key)).toMatchObject({ state: "voided" });
    expect(await authorize(tokens.ok)).toMatchObject({ state: "voided" });
  });

  test("void before any authorize refuses it", async () => {
    const { gateway, key, tokens, authorize } = await prepare();
    expect(await gateway.void(key)).toMatchObject({ state: "voided" });
    expect(await authorize(tokens.ok)).toMatchObject({ state: "voided" });
    expect(await gateway.capture(key)).toMatchObject({ state: "voided" });
  });

  test("void of what was never prepared is no error", async () => {
    const { gateway, account } = subject;
    const key = { payment_id: id.payment(++last), account, gateway_ref: null };
    expect(await gateway.void(key)).toMatchObject({ ...key, state: "voided", event_id: null, amount: 0, ...none });
  });

  test("void after the capture changes nothing", async () => {
    const { gateway, key } = await captured();
    expect(await gateway.void(key)).toMatchObject({ state: "captured", amount });
    expect(await gateway.find(key)).toMatchObject({ state: "captured", amount });
  });

  test("every call may be repeated, and a repeated one returns the state", async () => {
    const { gateway, key, input, tokens, authorize } = await prepare();
    expect(await gateway.prepare(input, patient)).toEqual({ gateway_ref: key.gateway_ref });
    const first = await authorize(tokens.ok);
    expect(await authorize(tokens.ok)).toEqual(first);
    const taken = await gateway.capture(key);
    expect(await gateway.capture(key)).toEqual(taken);
    expect(await authorize(tokens.ok)).toEqual(taken);
  });

  test("the same payment for another sum, currency or event is refused", async () => {
    const { gateway, key, input, tokens, authorize } = await prepare();
    await authorize(tokens.ok);
    for (const other of [{ amount: 1_000 }, { currency: "EUR" }, { event_id: id.event(99_999) }]) {
      await expect(authorize(tokens.ok, other)).rejects.toThrow(input.payment_id);
    }
    expect(await gateway.find(key)).toMatchObject({ state: "authorized", amount, currency: "USD" });
  });

  test("refunds are given once each, and only of what is left", async () => {
    const { gateway, key } = await captured();
    const [first, second] = [`${key.payment_id}-r1`, `${key.payment_id}-r2`];
    const part = { refunds: [{ refund_id: first, amount: 4_000 }], refunded: 4_000, state: "captured", amount };
    expect(await gateway.refund(key, { refund_id: first, amount: 4_000 })).toMatchObject(part);
    expect(await gateway.refund(key, { refund_id: first, amount: 4_000 })).toMatchObject(part);
    await expect(gateway.refund(key, { refund_id: `${key.payment_id}-r0`, amount: 11_001 })).rejects.toThrow();
    expect(await gateway.find(key)).toMatchObject(part);
    const remaining = { refund_id: second, amount: 11_000 };
    const whole = { ...part, refunds: [...part.refunds, remaining], refunded: amount };
    expect(await gateway.refund(key, remaining)).toMatchObject(whole);
    await expect(gateway.refund(key, { refund_id: `${key.payment_id}-r3`, amount: 1 })).rejects.toThrow();
    expect(await gateway.find(key)).toMatchObject(whole);
  });

  test("what was not captured has nothing to refund", async () => {
    const { gateway, key, tokens, authorize } = await prepare();
    await authorize(tokens.ok);
    const asked = { refund_id: `${key.payment_id}-r1`, amount: 1_000 };
    expect(await gateway.refund(key, asked)).toMatchObject({ state: "authorized", ...none });
    expect(await gateway.find(key)).toMatchObject({ state: "authorized", ...none });
  });

  test("a lost answer leaves what it had done, which find tells", async () => {
    const { gateway, key, authorize, loseAuthorize } = await prepare();
    const token = await loseAuthorize();
    await expect(authorize(token)).rejects.toThrow();
    expect(await gateway.find(key)).toMatchObject({ state: "authorized", amount });
    expect(await gateway.capture(key)).toMatchObject({ state: "captured" });
  });

  test("an event's payments are listed with their refunds, and no other event's", async () => {
    const { gateway, key, facts, account } = await captured();
    await gateway.refund(key, { refund_id: `${key.payment_id}-r1`, amount: 2_500 });
    const other = await captured();
    const refunds = [{ refund_id: `${key.payment_id}-r1`, amount: 2_500 }];
    const record = { ...facts, refunds, refunded: 2_500, state: "captured", reason: null };
    expect(await gateway.listByEvent(facts.event_id, [account])).toEqual([record]);
    const all = (await gateway.list()).filter(({ payment_id }) =>
      [key, other.key].some((own) => own.payment_id === payment_id),
    );
    expect(all.sort((a, b) => a.payment_id.localeCompare(b.payment_id))).toEqual([
      record,
      { ...other.facts, ...none, state: "captured", reason: null },
    ]);
  });

  test("an authorize that is given up ends the wait", async () => {
    const { authorize, gateway, input, tokens } = await prepare();
    const given = { ...input, gateway_ref: null, token: tokens.ok };
    await expect(gateway.authorize(given, AbortSignal.abort(new Error("late")))).rejects.toThrow("late");
    await authorize(tokens.ok);
  });
});
