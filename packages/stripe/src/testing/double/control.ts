import { changeAccount } from "./accounts.ts";
import type { Call } from "./answer.ts";
import { missing } from "./api-error.ts";
import { settleIntent } from "./confirm.ts";
import type { Fault, Faults } from "./faults.ts";
import type { StripeEvent } from "./objects.ts";
import { answerDispute, closeDispute, failRefund, openDispute } from "./refunds.ts";
import type { Request } from "./request.ts";
import { type Delivery, sendWebhooks } from "./send-webhooks.ts";
import { type Owner, platform, type State, type Webhooks } from "./state.ts";

/** What the world does to Stripe, and what a test wants to know of it. `account` is null for the platform's own. */
export type Order = { account?: string | null } & (
  | { order: "calls" }
  | { order: "add_fault"; fault: Fault }
  | { order: "forget_faults" }
  | { order: "held" }
  | { order: "release" }
  | { order: "forget_keys" }
  | { order: "answer_challenge"; intent: string; approve: boolean }
  | { order: "enable_account"; enabled: boolean }
  | { order: "fail_refund"; refund: string }
  | { order: "open_dispute"; intent: string; reason: string }
  | { order: "answer_dispute"; dispute: string }
  | { order: "close_dispute"; dispute: string; status: "won" | "lost" }
  | { order: "set_webhooks"; url: string; secrets: string[]; mode: Webhooks["mode"] }
  | { order: "send_webhooks"; events: string[] }
);

export type Control = { state: State; faults: Faults; calls: Call[]; origin: string };

/** Carries out an order, and answers what it changed or found. */
export async function control({ state, faults, calls, origin }: Control, order: Order): Promise<unknown> {
  const owner = order.account ?? platform;
  const request = requestOf(state, owner, origin);
  switch (order.order) {
    case "calls":
      return calls;
    case "add_fault":
      return faults.add(order.fault);
    case "forget_faults":
      return faults.forget();
    case "held":
      return faults.held();
    case "release":
      return faults.release();
    case "forget_keys":
      for (const { id } of state.list("key", owner)) state.remove("key", owner, id);
      return;
    case "answer_challenge":
      return settleIntent(request, intentOf(request, order.intent), order.approve);
    case "enable_account":
      return changeAccount(request, owner, order.enabled);
    case "fail_refund":
      return failRefund(request, order.refund);
    case "open_dispute":
      return openDispute(request, order.intent, order.reason);
    case "answer_dispute":
      return answerDispute(request, order.dispute);
    case "close_dispute":
      return closeDispute(request, order.dispute, order.status);
    case "set_webhooks":
      return state.put("webhooks", platform, { id: "endpoint", ...pick(order) });
    case "send_webhooks":
      return send(state, eventsOf(state, owner, order.events));
  }
}

function pick({ url, secrets, mode }: Omit<Webhooks, "id">): Omit<Webhooks, "id"> {
  return { url, secrets, mode };
}

/** What Stripe does by itself belongs to no request. */
function requestOf(state: State, owner: Owner, origin: string): Request {
  const now = Math.floor(Date.now() / 1000);
  const request = { id: "", idempotency_key: null };
  return { state, owner, now, params: {}, ids: [], request, isFromPage: false, origin };
}

function intentOf({ state, owner }: Request, id: string) {
  const intent = state.get("intent", owner, id);
  if (!intent) throw missing("payment_intent", id, "id");
  return intent;
}

/** In the order that was asked for, each as often. */
function eventsOf(state: State, owner: Owner, ids: string[]): StripeEvent[] {
  return ids.map((id) => {
    const event = state.get("event", owner, id);
    if (!event) throw missing("event", id, "id");
    return event;
  });
}

async function send(state: State, events: StripeEvent[]): Promise<Delivery[]> {
  const webhooks = state.get("webhooks", platform, "endpoint");
  return webhooks ? sendWebhooks(webhooks, events) : [];
}
