import { getBooking } from "@evently/core/booking/get-booking";
import type { BookingId, PaymentId } from "@evently/core/ids";
import { heedWakes } from "@evently/core/payment-events/heed-wakes";
import { scanTable } from "@evently/core/testing/scan-table";
import { expectCleanAudit, letTimePass } from "@evently/core/testing/settle-everything";
import { signWebhook } from "@evently/stripe/testing/double/send-webhooks";
import { openFollowed, openFollowedSale } from "@evently/stripe/testing/open-followed-sale";
import { verifyWebhook } from "@evently/stripe/verify-webhook";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openApp, type TestApp } from "../testing/http/open-app.ts";

const [current, next, former] = ["whsec_current", "whsec_next", "whsec_former"];

let opened: Awaited<ReturnType<typeof openFollowed>>;
let app: TestApp;
let sale: Awaited<ReturnType<typeof openFollowedSale>>;
beforeAll(async () => {
  opened = await openFollowed();
  app = await openApp({ core: opened.core, readWebhook: (received) => verifyWebhook(received, [current, next]) });
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.seller.double.order({ order: "forget_faults" });
  await heedWakes(opened.core);
  sale = await openFollowedSale(opened.core, opened.seller);
});

type Webhook = { type?: string; account?: string; object?: string; payment_id?: string; intent?: string };

let events = 0;
const write = ({ type = "charge.refunded", account, payment_id, intent, object = "charge" }: Webhook) =>
  JSON.stringify({
    ...{ id: `evt_sent_${++events}`, object: "event", type, ...(account ? { account } : {}) },
    data: { object: { object, payment_intent: intent, metadata: payment_id ? { payment_id } : {} } },
  });

const now = () => Math.floor(Date.now() / 1000);
const post = (raw: string, signature: string | null, to = app) =>
  to.call("POST", "/webhooks/stripe", { raw, headers: signature === null ? {} : { "stripe-signature": signature } });
const send = (sent: Webhook, secret = current, to = app) => {
  const raw = write(sent);
  return post(raw, signWebhook(raw, [secret], now()), to);
};
const isMap = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
const sorted = (item: object) =>
  JSON.stringify(item, (_, value) =>
    isMap(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
/** Every item as a text. */
const everything = async () => new Set((await scanTable(opened.core.table)).map(sorted));
const changedSince = async (before: Set<string>) => {
  const after = await everything();
  return [...after, ...before].filter((item) => after.has(item) !== before.has(item));
};
const callsToStripe = async () => (await opened.seller.double.calls()).length;
const refundInDashboard = (payment_intent: string, amount: number) =>
  opened.seller.stripe.refunds.create({ payment_intent, amount });
const refunded = async (booking_id: string) =>
  (await getBooking(opened.core, sale.buyer, { booking_id: booking_id as BookingId })).refunded;

describe("a signature", () => {
  test.each([
    ["of the secret", [current]],
    ["of the next secret", [next]],
    ["of both, while they are rotated", [former, next]],
  ])("%s is heard", async (_, secrets) => {
    const raw = write({});
    expect(await post(raw, signWebhook(raw, secrets, now()))).toMatchObject({ status: 200, body: { received: true } });
  });

  test.each<[string, (raw: string) => [string, string | null]]>([
    ["that is missing", (raw) => [raw, null]],
    ["that is nonsense", (raw) => [raw, "t=1,v1=00"]],
    ["of a secret from before", (raw) => [raw, signWebhook(raw, [former], now())]],
    ["of another body", (raw) => [`${raw} `, signWebhook(raw, [current], now())]],
    ["of six minutes ago", (raw) => [raw, signWebhook(raw, [current], now() - 360)]],
    ["of no body", () => ["", signWebhook("{}", [current], now())]],
  ])("%s is refused, and nothing is read or written for it", async (_, alter) => {
    const { payment_id, intent, booking } = await sale.buy("A-1");
    await refundInDashboard(intent, 500);
    const before = await everything();
    const calls = await callsToStripe();
    const answer = await post(...alter(write({ payment_id })));
    expect(answer).toMatchObject({ status: 400, body: { error_code: "WEBHOOK_REFUSED", details: {} } });
    await heedWakes(opened.core);
    expect(await changedSince(before)).toEqual([]);
    expect(await callsToStripe()).toBe(calls);
    expect(await refunded(booking.booking_id)).toBe(0);
  });

  test.each([
    ["that says so", (raw: string) => ({ "content-length": String(raw.length) })],
    ["in chunks", () => ({ "transfer-encoding": "chunked" })],
  ])("over more than 256 kB %s is not even looked at", async (_, headersOf) => {
    const raw = JSON.stringify({ ...JSON.parse(write({})), more: "x".repeat(256 * 1024) });
    const headers = { ...headersOf(raw), "stripe-signature": signWebhook(raw, [current], now()) };
    const answer = await app.call("POST", "/webhooks/stripe", { raw, headers });
    expect(answer).toMatchObject({ status: 413, body: { error_code: "BODY_TOO_LARGE" } });
  });

  test("is refused where no gateway sends any", async () => {
    const deaf = await openApp({ core: opened.core });
    expect(await send({}, current, deaf)).toMatchObject({ status: 400, body: { error_code: "WEBHOOK_REFUSED" } });
  });
});

describe("a webhook", () => {
  test("of a refund in the dashboard has it recorded at once", async () => {
    const { payment_id, intent, booking } = await sale.buy("A-1");
    await refundInDashboard(intent, 500);
    expect((await send({ payment_id })).status).toBe(200);
    await heedWakes(opened.core);
    expect(await refunded(booking.booking_id)).toBe(500);
    await expectCleanAudit(opened.core, sale.event_id);
  });

  test("that names no payment has its account's events read at once", async () => {
    const { intent, booking } = await sale.buy("A-1");
    await letTimePass(opened.core, 60, 60);
    await refundInDashboard(intent, 500);
    await send({ type: "refund.created", object: "refund", intent });
    await heedWakes(opened.core);
    await letTimePass(opened.core, 1, 1);
    expect(await refunded(booking.booking_id)).toBe(500);
  });

  test("that is a lie changes nothing", async () => {
    const { payment_id, booking } = await sale.buy("A-1");
    for (const type of ["charge.refunded", "charge.dispute.created", "payment_intent.canceled"])
      expect((await send({ type, payment_id })).status).toBe(200);
    await heedWakes(opened.core);
    const { counted } = await expectCleanAudit(opened.core, sale.event_id);
    expect(counted).toMatchObject({ booked: 1, revenue: 4_500, open_disputes: 0 });
    expect(await refunded(booking.booking_id)).toBe(0);
  });

  test.each<[string, Webhook]>([
    ["of a foreign account", { account: "acct_foreign" }],
    ["of an unknown payment", { payment_id: "payment-99999" }],
    ["of an unknown kind", { type: "radar.early_fraud_warning.created" }],
    ["of an account that nobody follows", { account: "acct_foreign", type: "account.updated" }],
  ])("%s is taken, and does nothing", async (_, change) => {
    const { payment_id } = await sale.buy("A-1");
    await letTimePass(opened.core, 60, 60);
    const [before, calls] = [await everything(), await callsToStripe()];
    const sent: Webhook = change.type ? change : { payment_id, ...change };
    expect(await send(sent)).toMatchObject({ status: 200 });
    const { wakes } = opened.core;
    const { payments, accounts } = wakes.take();
    for (const wake of payments) wakes.note(wake);
    await heedWakes(opened.core);
    if (!accounts.includes(null)) expect(await changedSince(before)).toEqual([]);
    expect(await callsToStripe()).toBe(calls);
  });

  test("of a challenge that was passed books the seats, whatever becomes of the buyer's tab", async () => {
    const holding_id = await sale.hold("A-1");
    await sale.confirm(holding_id, "pm_card_threeDSecure2Required");
    const [record] = await sale.atStripe();
    const intent = record?.gateway_ref ?? "";
    await opened.seller.double.order({ order: "answer_challenge", account: null, intent, approve: true });
    await send({ type: "payment_intent.amount_capturable_updated", payment_id: record?.payment_id as PaymentId });
    await heedWakes(opened.core);
    expect(await sale.confirm(holding_id, null)).toMatchObject({ state: "confirmed" });
    expect(await expectCleanAudit(opened.core, sale.event_id)).toMatchObject({ counted: { booked: 1 } });
  });

  test("that comes before the card was asked ends no attempt", async () => {
    const holding_id = await sale.hold("A-1");
    await opened.seller.double.addFault({ method: "POST", path: "/confirm$", times: 1, kind: "hold" });
    const confirming = sale.confirm(holding_id, "pm_card_visa");
    await expect.poll(() => opened.seller.double.order({ order: "held" })).toBe(1);
    const items = (await scanTable(opened.core.table)) as { pk: string; holding_id?: string; payment_id: string }[];
    const started = items.find((item) => item.pk.startsWith("payment-0") && item.holding_id === holding_id);
    for (const type of ["payment_intent.created", "payment_intent.succeeded", "charge.refunded"])
      await send({ type, payment_id: started?.payment_id ?? "" });
    await heedWakes(opened.core);
    await opened.seller.double.order({ order: "release" });
    expect(await confirming).toMatchObject({ state: "confirmed" });
    await expectCleanAudit(opened.core, sale.event_id);
  });

  test("however often, in whatever order and at whatever time each comes, the books are the same", async () => {
    const { payment_id, intent, booking } = await sale.buy("A-1", "A-2");
    const types = ["charge.refunded", "refund.created", "payment_intent.succeeded", "charge.dispute.created"];
    const shuffled = [...types.toReversed(), ...types, ...types];
    const heedAfter = async (list: string[]) => {
      for (const type of list) await send({ type, payment_id });
      await Promise.all([heedWakes(opened.core), heedWakes(opened.core)]);
    };
    await heedAfter(types);
    await refundInDashboard(intent, 500);
    await opened.seller.double.order({ order: "open_dispute", account: null, intent, reason: "general" });
    await heedAfter(shuffled);
    await refundInDashboard(intent, 500);
    await heedAfter(shuffled);
    await letTimePass(opened.core, 120, 60);
    await heedAfter(types);
    expect(await refunded(booking.booking_id)).toBe(1_000);
    const { counted } = await expectCleanAudit(opened.core, sale.event_id);
    expect(counted).toMatchObject({ revenue: 8_000, open_disputes: 1 });
  });
});

describe("a flood", () => {
  test("of good ones costs one look at the payment and one write for its account", async () => {
    const { payment_id } = await sale.buy("A-1");
    await letTimePass(opened.core, 60, 60);
    const calls = await callsToStripe();
    const answers = await Promise.all(Array.from({ length: 500 }, () => send({ payment_id })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([]);
    await heedWakes(opened.core);
    // The intent, its refunds and its disputes.
    expect((await callsToStripe()) - calls).toBe(3);
  });

  test("of forged ones is refused at a limit of its own, and takes nothing from people at the same address", async () => {
    const limited = await openApp({
      ...{ core: opened.core, readWebhook: (received) => verifyWebhook(received, [current]) },
      RATE_LIMIT_PER_SECOND: 1,
    });
    const from = "203.0.113.9";
    const raw = write({});
    const headers = { "stripe-signature": signWebhook(raw, [former], now()) };
    const forge = () => limited.call("POST", "/webhooks/stripe", { raw, headers, from });
    const before = await everything();
    const statuses: number[] = [];
    for (let i = 0; i < 100; i++) statuses.push((await forge()).status);
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(400));
    expect(statuses).toContain(429);
    expect((await limited.call("GET", "/events", { from })).status).toBe(200);
    expect(await changedSince(before)).toEqual([]);
    expect(opened.core.wakes.take()).toEqual({ accounts: [], payments: [] });
  });
});
