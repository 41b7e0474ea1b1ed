import type { Double } from "../../../../packages/stripe/src/testing/open-double";
import { askDouble } from "./serve-stripe";

type Intent = { id: string; status: string; amount_received: number; metadata: Record<string, string> };

/** What Stripe has of an event: each intent's status and what it took, in the minor unit. */
export async function listMoney(double: Double, { event_id }: { event_id: string }): Promise<string[]> {
  const own = await listIntents(double, event_id);
  return own.map(({ status, amount_received }) => `${status} ${amount_received}`).sort();
}

/** The buyer's bank disputes what was paid for an event. */
export async function dispute(double: Double, { event_id }: { event_id: string }): Promise<void> {
  const paid = (await listIntents(double, event_id)).find(({ status }) => status === "succeeded");
  await double.order({ order: "open_dispute", intent: paid?.id ?? "", reason: "fraudulent" });
}

async function listIntents(double: Double, event_id: string): Promise<Intent[]> {
  const { data } = await askDouble<{ data: Intent[] }>(double, "GET", "/v1/payment_intents?limit=100");
  return data.filter(({ metadata }) => metadata.event_id === event_id);
}
