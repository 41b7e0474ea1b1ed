import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signWebhook } from "../testing/double/send-webhooks.ts";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { pay } from "../testing/pay.ts";
import { verifyWebhook } from "./verify-webhook.ts";

const [current, next, former] = ["whsec_current", "whsec_next", "whsec_former"];
type Delivery = { rawBody: string; signature: string | null };

let seller: Seller;
let receiver: Server;
let received: Delivery[] = [];
beforeAll(async () => {
  seller = await openSeller();
  receiver = createServer((request, response) => {
    let rawBody = "";
    request.setEncoding("utf8").on("data", (chunk) => {
      rawBody += chunk;
    });
    request.on("end", () => {
      received.push({ rawBody, signature: request.headers["stripe-signature"]?.toString() ?? null });
      response.end();
    });
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
});
afterAll(async () => {
  receiver.close();
  await seller.double.close();
});
beforeEach(() => sendTo([current]));

async function sendTo(secrets: string[], mode: "send" | "hold" = "hold"): Promise<void> {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks/stripe`;
  await seller.double.order({ order: "set_webhooks", url, secrets, mode });
}

/** The events of a payment, as they happened. */
async function eventsOf(gateway_ref: string | null) {
  const { data } = await seller.stripe.events.list({ limit: 100 }, { stripeAccount: seller.account });
  const isOf = ({ id, payment_intent }: { id?: string; payment_intent?: unknown }) =>
    id === gateway_ref || payment_intent === gateway_ref;
  return data.filter((event) => isOf(event.data.object as object)).reverse();
}

async function deliver(...events: string[]): Promise<Delivery[]> {
  received = [];
  await seller.double.sendWebhooks(seller.account, events);
  return received;
}

async function deliverOne(): Promise<Delivery> {
  const { key } = await pay(seller);
  const [event] = await eventsOf(key.gateway_ref);
  const [delivery] = await deliver(event?.id ?? "");
  if (!delivery) throw new Error("nothing was delivered");
  return delivery;
}

describe("a signature", () => {
  test("over the body as it came is good", async () => {
    const delivery = await deliverOne();
    expect(verifyWebhook(delivery, [current])).toMatchObject({ type: "payment_intent.created" });
    expect(verifyWebhook({ ...delivery, rawBody: Buffer.from(delivery.rawBody) as never }, [current])).not.toBeNull();
  });

  test.each<[string, (delivery: Delivery) => Delivery]>([
    ["of an altered body", (delivery) => ({ ...delivery, rawBody: delivery.rawBody.replace("15000", "15001") })],
    ["of a body written anew", (delivery) => ({ ...delivery, rawBody: JSON.stringify(JSON.parse(delivery.rawBody)) })],
    ["that was altered", ({ rawBody, signature }) => ({ rawBody, signature: `${signature?.slice(0, -1)}x` })],
    [
      "of another time",
      ({ rawBody, signature }) => ({ rawBody, signature: signature?.replace(/t=\d/, "t=2") ?? null }),
    ],
    ["that is missing", ({ rawBody }) => ({ rawBody, signature: null })],
    ["that is nonsense", ({ rawBody }) => ({ rawBody, signature: "nonsense" })],
    ["over nothing", ({ signature }) => ({ rawBody: "", signature })],
  ])("%s is refused", async (_, alter) => {
    const delivery = await deliverOne();
    expect(verifyWebhook(alter(delivery), [current])).toBeNull();
  });

  test("older than five minutes is refused", () => {
    const rawBody = JSON.stringify({ id: "evt_1", object: "event", type: "x", data: { object: {} } });
    const at = 1_800_000_000;
    const delivery = { rawBody, signature: signWebhook(rawBody, [current], at) };
    expect(verifyWebhook({ ...delivery, receivedAt: (at + 300) * 1000 }, [current])).not.toBeNull();
    expect(verifyWebhook({ ...delivery, receivedAt: (at + 301) * 1000 }, [current])).toBeNull();
  });

  test("of a secret that is not ours is refused", async () => {
    const delivery = await deliverOne();
    for (const secrets of [[former], [], [""], [former, next]]) expect(verifyWebhook(delivery, secrets)).toBeNull();
  });

  test.each([
    ["before Stripe changes", [current], [current, next]],
    ["while Stripe signs with both", [current, next], [current, next]],
    ["while Stripe signs with both, and one is known", [current, next], [next]],
    ["once Stripe has changed", [next], [current, next]],
  ])("is good while secrets are rotated, %s", async (_, signedWith, known) => {
    await sendTo(signedWith);
    expect(verifyWebhook(await deliverOne(), known)).not.toBeNull();
  });
});

describe("an event", () => {
  const wakesOf = (deliveries: Delivery[]) => deliveries.map((delivery) => verifyWebhook(delivery, [current]));

  test("of a payment wakes it, however often and in which order it comes", async () => {
    const { key } = await pay(seller);
    const events = await eventsOf(key.gateway_ref);
    expect(events.map(({ type }) => type)).toEqual([
      "payment_intent.created",
      "payment_intent.amount_capturable_updated",
      "charge.captured",
      "payment_intent.succeeded",
    ]);
    const ids = events.map((event) => event.id);
    const { account } = seller;
    const wake = events.map(({ id, type }) => ({
      ...{ event: id, type, about: type === "charge.captured" ? "money" : "attempt" },
      ...{ account, payment_id: key.payment_id },
    }));
    expect(wakesOf(await deliver(...ids))).toEqual(wake);
    expect(wakesOf(await deliver(...ids.toReversed(), ...ids))).toEqual([...wake.toReversed(), ...wake]);
  });

  test("is sent as it happens, where Stripe is told to", async () => {
    received = [];
    await sendTo([current], "send");
    const { key } = await pay(seller);
    const events = await eventsOf(key.gateway_ref);
    await expect.poll(() => received.length).toBe(events.length);
    expect(wakesOf(received).map((wake) => wake?.event)).toEqual(events.map(({ id }) => id));
  });

  test("of a refund of ours wakes the payment, of one in the dashboard the account", async () => {
    const { key } = await pay(seller);
    await seller.gateway.refund(key, { refund_id: `${key.payment_id}-r1`, amount: 1_000 });
    const intent = key.gateway_ref ?? "";
    await seller.stripe.refunds.create({ payment_intent: intent, amount: 500 }, { stripeAccount: seller.account });
    const refunds = (await eventsOf(intent)).filter(({ type }) => type === "refund.created");
    const [ours, other] = wakesOf(await deliver(...refunds.map((event) => event.id)));
    expect(ours).toMatchObject({ account: seller.account, payment_id: key.payment_id });
    expect(other).toMatchObject({ account: seller.account, payment_id: null });
  });

  test("of a dispute wakes the account", async () => {
    const { key } = await pay(seller);
    const order = { order: "open_dispute", account: seller.account, intent: key.gateway_ref ?? "" } as const;
    await seller.double.order({ ...order, reason: "fraudulent" });
    const dispute = (await eventsOf(key.gateway_ref)).find(({ type }) => type === "charge.dispute.created");
    expect(wakesOf(await deliver(dispute?.id ?? ""))).toMatchObject([{ account: seller.account, payment_id: null }]);
  });

  test("of the account itself wakes it", async () => {
    await seller.double.order({ order: "enable_account", account: seller.account, enabled: true });
    const { data } = await seller.stripe.events.list({ type: "account.updated" }, { stripeAccount: seller.account });
    const wake = { type: "account.updated", account: seller.account, payment_id: null };
    expect(wakesOf(await deliver(data[0]?.id ?? ""))).toMatchObject([wake]);
  });

  test("that names no payment of ours wakes none", () => {
    const rawBody = JSON.stringify({
      ...{ id: "evt_1", object: "event", type: "charge.captured" },
      data: { object: { metadata: { payment_id: "payment-1 or so" } } },
    });
    const signature = signWebhook(rawBody, [current], Math.floor(Date.now() / 1000));
    const wake = { event: "evt_1", type: "charge.captured", about: "money", account: null, payment_id: null };
    expect(verifyWebhook({ rawBody, signature }, [current])).toEqual(wake);
  });
});
