import type { Double } from "../../../../packages/stripe/src/testing/open-double";
import { askDouble } from "./serve-stripe";

type Intent = { status: string; amount_received: number; metadata: Record<string, string> };

/** What Stripe has of an event: each intent's status and what it took, in the minor unit. */
export async function listMoney(double: Double, { event_id }: { event_id: string }): Promise<string[]> {
  const { data } = await askDouble<{ data: Intent[] }>(double, "GET", "/v1/payment_intents?limit=100");
  const own = data.filter(({ metadata }) => metadata.event_id === event_id);
  return own.map(({ status, amount_received }) => `${status} ${amount_received}`).sort();
}
