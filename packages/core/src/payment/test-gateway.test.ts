import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { id } from "../testing/id.ts";
import type { Authorize, PaymentKey } from "./gateway.ts";
import { type CreateTestGateway, createTestGateway, type TestGateway } from "./test-gateway.ts";

let directory: string;
let opened: TestGateway[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "evently-gateway-"));
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((gateway) => gateway.close()));
  await rm(directory, { recursive: true });
});

function open(options: Partial<CreateTestGateway> = {}): TestGateway {
  const gateway = createTestGateway({ directory, ...options });
  opened.push(gateway);
  return gateway;
}

function pay(token: string, payment_id = id.payment(1)): Authorize {
  const sold = { event_id: id.event(1), holding_id: id.holding(1), amount: 15_000, currency: "USD" };
  return { payment_id, account: null, gateway_ref: null, ...sold, token };
}

const whole = { refund_id: "payment-00001-r1", amount: 15_000 };

const asksCustomer = { type: "challenge", url: "/challenge/holding-00001" };

const patient = new AbortController().signal;

test("reports an unusable folder when opened, not at the first payment", async () => {
  await open().open();
  const file = join(directory, "payments.jsonl");
  const gateway = createTestGateway({ directory: join(file, "gateway") });
  await expect(gateway.open()).rejects.toThrow(/ENOTDIR|ENOENT|EEXIST/);
});

describe("tokens", () => {
  test.each([
    ["tok_visa", "authorized", null],
    ["tok_chargeDeclined", "declined", "card_declined"],
    ["tok_challenge", "challenged", null],
    ["tok_nobodyKnows", "declined", "unknown_token"],
  ])("%s returns %s", async (token, state, reason) => {
    const gateway = open();
    const answer = await gateway.authorize(pay(token), patient);
    const { next_action, ...record } = answer;
    const { token: _, ...input } = pay(token);
    expect(record).toEqual({ ...input, state, reason, refunds: [], refunded: 0 });
    expect(next_action).toEqual(state === "challenged" ? asksCustomer : undefined);
    expect(await open().find(id.key(1))).toEqual(answer);
    expect(await gateway.listByEvent(id.event(1), [null])).toEqual([answer]);
  });

  test("tok_slow is authorized after three seconds, not before", async () => {
    const { promise, resolve } = withResolvers<void>();
    const waits: number[] = [];
    const gateway = open({
      delay: (milliseconds) => {
        waits.push(milliseconds);
        return promise;
      },
    });
    const answer = gateway.authorize(pay("tok_slow"), patient);
    expect(await gateway.find(id.key(1))).toBeNull();
    resolve();
    expect(await answer).toMatchObject({ state: "authorized" });
    expect(waits).toEqual([3_000]);
  });

  test("an aborted tok_slow authorizes nothing, with the real timer too", async () => {
    const gateway = open();
    const controller = new AbortController();
    const answer = gateway.authorize(pay("tok_slow"), controller.signal);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    expect(await gateway.find(id.key(1))).toBeNull();
  });

  test("tok_timeout does not respond until the signal aborts, and authorizes nothing", async () => {
    const gateway = open();
    const controller = new AbortController();
    const answer = gateway.authorize(pay("tok_timeout"), controller.signal);
    const silence = Symbol("silence");
    const other = gateway.authorize(pay("tok_visa", id.payment(2)), patient).then(() => silence);
    expect(await Promise.race([answer, other])).toBe(silence);
    controller.abort(new Error("waited long enough"));
    await expect(answer).rejects.toThrow("waited long enough");
    expect(await gateway.find(id.key(1))).toBeNull();
    await expect(gateway.authorize(pay("tok_timeout"), AbortSignal.abort(new Error("late")))).rejects.toThrow("late");
  });

  test("tok_charge_then_lost authorizes and loses the response every time", async () => {
    const gateway = open();
    for (let round = 0; round < 2; round++) {
      await expect(gateway.authorize(pay("tok_charge_then_lost"), patient)).rejects.toMatchObject({
        code: "ECONNRESET",
      });
      expect(await open().find(id.key(1))).toMatchObject({ state: "authorized" });
    }
    expect(await gateway.capture(id.key(1))).toMatchObject({ state: "captured" });
  });
});

describe("a challenge", () => {
  test.each([
    [true, "authorized", null, "captured"],
    [false, "declined", "challenge_failed", "declined"],
  ])("answered with %s is %s", async (approve, state, reason, then) => {
    const gateway = open();
    await gateway.authorize(pay("tok_challenge"), patient);
    expect(await gateway.capture(id.key(1))).toMatchObject({ state: "challenged" });
    const again = await gateway.authorize(pay("tok_challenge"), patient);
    expect(again.next_action).toEqual(asksCustomer);
    expect(await open().answerChallenge(id.payment(1), approve)).toMatchObject({ state, reason });
    expect(await gateway.answerChallenge(id.payment(1), !approve)).toMatchObject({ state, reason });
    const late = await gateway.authorize(pay("tok_challenge"), patient);
    expect(late).toMatchObject({ state });
    expect(late.next_action).toBeUndefined();
    expect(await gateway.capture(id.key(1))).toMatchObject({ state: then });
  });

  test("can be voided during the challenge", async () => {
    const gateway = open();
    await gateway.authorize(pay("tok_challenge"), patient);
    expect(await gateway.void(id.key(1))).toMatchObject({ state: "voided" });
    expect(await gateway.answerChallenge(id.payment(1), true)).toMatchObject({ state: "voided" });
  });
});

describe("the payment id is the idempotency key", () => {
  test("every call may be repeated", async () => {
    const gateway = open();
    const first = await gateway.authorize(pay("tok_visa"), patient);
    expect(await gateway.authorize(pay("tok_visa"), patient)).toEqual(first);
    expect(await gateway.capture(id.key(1))).toEqual(await gateway.capture(id.key(1)));
    const refunded = await gateway.refund(id.key(1), whole);
    expect(refunded).toMatchObject({ state: "captured", refunded: 15_000 });
    expect(await gateway.refund(id.key(1), whole)).toEqual(refunded);
  });

  test("another token doesn't change a declined payment", async () => {
    const gateway = open();
    await gateway.authorize(pay("tok_chargeDeclined"), patient);
    expect(await gateway.authorize(pay("tok_visa"), patient)).toMatchObject({ state: "declined" });
  });

  test("the same id for another sum, currency or event is refused and changes nothing", async () => {
    const gateway = open();
    const first = await gateway.authorize(pay("tok_visa"), patient);
    for (const other of [{ amount: 1 }, { currency: "EUR" }, { event_id: id.event(2) }]) {
      await expect(gateway.authorize({ ...pay("tok_visa"), ...other }, patient)).rejects.toThrow("another payment");
    }
    expect(await gateway.find(id.key(1))).toEqual(first);
    expect(await gateway.listByEvent(id.event(2), [null])).toEqual([]);
  });
});

describe("void", () => {
  test("of an unknown payment refuses a later authorize", async () => {
    const gateway = open();
    expect(await gateway.void(id.key(1))).toMatchObject({
      state: "voided",
      event_id: null,
      holding_id: null,
      amount: 0,
    });
    expect(await open().authorize(pay("tok_visa"), patient)).toMatchObject({ state: "voided" });
    expect(await gateway.capture(id.key(1))).toMatchObject({ state: "voided" });
    expect(await gateway.listByEvent(id.event(1), [null])).toEqual([]);
  });

  test("after the capture has no effect", async () => {
    const gateway = open();
    await gateway.authorize(pay("tok_visa"), patient);
    await gateway.capture(id.key(1));
    expect(await gateway.void(id.key(1))).toMatchObject({ state: "captured" });
  });
});

test("capture, refund and answerChallenge throw for an unknown payment", async () => {
  const gateway = open();
  await expect(gateway.capture(id.key(1))).rejects.toThrow("payment-00001");
  await expect(gateway.refund(id.key(1), whole)).rejects.toThrow("payment-00001");
  await expect(gateway.answerChallenge(id.payment(1), true)).rejects.toThrow("payment-00001");
  expect(await gateway.authorize(pay("tok_visa"), patient)).toMatchObject({ state: "authorized" });
});

test("a directory that can't be created fails the call, and works once it can", async () => {
  const gateway = createTestGateway({ directory: join(directory, "payments.jsonl", "below-a-file") });
  const blocker = open();
  await blocker.void(id.key(9));
  await expect(gateway.find(id.key(1))).rejects.toThrow();
  await rm(join(directory, "payments.jsonl"));
  expect(await gateway.find(id.key(1))).toBeNull();
  await gateway.close();
  await blocker.close();
  opened = [];
});

test.each<[string, string[], (buyer: TestGateway, key: PaymentKey) => Promise<unknown>]>([
  [
    "authorize",
    ["voided event-00001", "voided null"],
    (buyer, { payment_id }) => buyer.authorize(pay("tok_visa", payment_id), patient),
  ],
  ["capture", ["captured event-00001", "voided event-00001"], (buyer, key) => buyer.capture(key)],
])("two gateways that race %s against void agree on every outcome", async (verb, outcomes, call) => {
  const [buyer, reaper] = [open(), open()];
  const seen = new Set<string>();
  for (let round = 0; round < 300; round++) {
    const key = id.key(`payment-${round}`);
    if (verb === "capture") await buyer.authorize(pay("tok_visa", key.payment_id), patient);
    const early = round % 2 ? reaper.void(key) : null;
    const buying = call(buyer, key);
    const [bought, ended] = await Promise.all([buying, early ?? reaper.void(key)]);
    const record = await buyer.find(key);
    expect(await reaper.find(key)).toEqual(record);
    expect(ended).toEqual(record);
    if (verb === "capture") expect(bought).toEqual(record);
    seen.add(`${record?.state} ${record?.event_id}`);
  }
  expect([...seen].sort()).toEqual(outcomes);
});

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
