import { createHmac } from "node:crypto";
import type { StripeEvent } from "./objects.ts";
import type { Webhooks } from "./state.ts";

/** The status is null where nobody answered. */
export type Delivery = { event: string; status: number | null };

/** As https://docs.stripe.com/webhooks/signature has it: one v1 for each secret, while two are in use. */
export function signWebhook(body: string, secrets: readonly string[], at: number): string {
  const signed = (secret: string) => createHmac("sha256", secret).update(`${at}.${body}`).digest("hex");
  return [`t=${at}`, ...secrets.map((secret) => `v1=${signed(secret)}`)].join(",");
}

/** Sends the events one after the other. */
export async function sendWebhooks({ url, secrets }: Webhooks, events: readonly StripeEvent[]): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const event of events) {
    const body = JSON.stringify(event, null, 2);
    const signature = signWebhook(body, secrets, Math.floor(Date.now() / 1000));
    const headers = { "content-type": "application/json; charset=utf-8", "stripe-signature": signature };
    const answered = await fetch(url, { method: "POST", headers, body }).catch(() => null);
    await answered?.arrayBuffer().catch(() => null);
    deliveries.push({ event: event.id, status: answered?.status ?? null });
  }
  return deliveries;
}
