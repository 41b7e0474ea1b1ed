import type { GatewayRecord } from "@evently/core/payment/gateway";
import type { Till } from "@evently/core/testing/money/till";
import { drawBelow } from "@evently/core/testing/random";
import Stripe from "stripe";
import { createEventReader } from "../event/create-event-reader.ts";
import { toWake } from "../event/to-wake.ts";
import { createStripeGateway } from "../gateway/create-stripe-gateway.ts";
import { answer, type Call } from "./double/answer.ts";
import { control, type Order } from "./double/control.ts";
import { type Fault, openFaults, paymentCalls } from "./double/faults.ts";
import type { Dispute } from "./double/objects.ts";
import { openState } from "./double/state.ts";

const keys = { secretKey: "sk_test_double", publishableKey: "pk_test_double" };
const origin = "http://127.0.0.1";

/** The double within this process, behind Stripe's own SDK: for tests with thousands of sales, none of which waits for a network. */
export async function openStripeTill(): Promise<Till> {
  const [state, faults] = [openState(null), openFaults()];
  const give = (order: Order) => control({ state, faults, calls: [], origin }, order);
  const intentOf = ({ gateway_ref }: GatewayRecord) => gateway_ref ?? "";
  const respond = (call: Call, fault: Fault | null) => {
    const cut = fault && "when" in fault ? fault.when : null;
    if (cut === "before") throw lost();
    const answered = answer({ state, keys, origin }, call, fault);
    if (cut === "after") throw lost();
    return answered;
  };
  const disturbed = new DoubleClient((call) => respond(call, faults.take(call.method, call.path)));
  const steady = new DoubleClient((call) => respond(call, null));
  const stripe = new Stripe(keys.secretKey, { httpClient: steady, maxNetworkRetries: 0, telemetry: false });
  const rules = { ...keys, timeoutSeconds: 20, applicationFeePercent: 0 };
  return {
    gateway: createStripeGateway({ ...rules, httpClient: disturbed }),
    steady: createStripeGateway({ ...rules, httpClient: steady }),
    events: createEventReader({ ...rules, httpClient: steady }),
    webhooks: () => state.takeEvents().map((event) => toWake(event as unknown as Stripe.Event)),
    cards: {
      ok: "pm_card_visa",
      declined: "pm_card_visa_chargeDeclined",
      challenged: "pm_card_threeDSecure2Required",
      others: ["pm_double_processing", "pm_unknown", "pm_card_chargeDeclinedExpiredCard"],
    },
    answer: async (record, approve) =>
      void (await give({ order: "answer_challenge", intent: intentOf(record), approve })),
    refundThere: async (record, amount) =>
      void (await stripe.refunds.create({ payment_intent: intentOf(record), amount })),
    lapse: async (record) => void (await stripe.paymentIntents.cancel(intentOf(record))),
    dispute: async (record) => {
      const made = await give({ order: "open_dispute", intent: intentOf(record), reason: "fraudulent" });
      const { id: dispute } = made as Dispute;
      return async (won) => void (await give({ order: "close_dispute", dispute, status: won ? "won" : "lost" }));
    },
    disturb: (random) => faults.add(drawFault(random)),
    calm: () => void faults.forget(),
    close: async () => state.close(),
  };
}

function drawFault(random: () => number): Fault {
  const draw = <T>(items: readonly T[]): T => items[drawBelow(random, items.length)] as T;
  const [method = "", path = ""] = draw(paymentCalls).split(" ");
  const at = { method, path, times: 1 + drawBelow(random, 3) };
  return draw<Fault>([
    { ...at, kind: "lose", when: draw(["before", "after"] as const) },
    { ...at, kind: "fail", status: 500, type: "api_error", isKept: true },
    { ...at, kind: "fail", status: 429, type: "invalid_request_error", isKept: false },
  ]);
}

/** Not one that the SDK sends again by itself, half a second later. */
const lost = () => Object.assign(new Error("no answer"), { code: "ETIMEDOUT" });

type Headers = Record<string, string | number | string[] | undefined>;
type Respond = (call: Call) => { status: number; body: unknown; first?: string };

class DoubleClient extends Stripe.HttpClient {
  readonly #respond: Respond;
  #received = 0;

  constructor(respond: Respond) {
    super();
    this.#respond = respond;
  }

  override getClientName(): string {
    return "double";
  }

  override async makeRequest(
    _host: string,
    _port: string | number,
    url: string,
    method: string,
    headers: Headers,
    body: string | null,
  ): Promise<Stripe.HttpClientResponse> {
    const given = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
    const header = (name: string) => given.get(name) ?? null;
    const { pathname: path, search } = new URL(url, origin);
    const call: Call = {
      ...{ id: `req_${++this.#received}`, method, path, form: method === "GET" ? search.slice(1) : (body ?? "") },
      ...{ authorization: header("authorization") ?? "", account: header("stripe-account") },
      ...{ key: header("idempotency-key"), version: header("stripe-version") },
    };
    const { status, body: answered, first } = this.#respond(call);
    const replayed: Record<string, string> = first ? { "idempotent-replayed": "true", "original-request": first } : {};
    return new DoubleResponse(status, { "request-id": call.id, ...replayed }, JSON.stringify(answered));
  }
}

class DoubleResponse extends Stripe.HttpClientResponse {
  readonly #body: string;

  constructor(status: number, headers: Record<string, string>, body: string) {
    super(status, headers);
    this.#body = body;
  }

  /** The SDK writes down in it whose answer it is. */
  override getRawResponse(): unknown {
    return { headers: this.getHeaders(), statusCode: this.getStatusCode() };
  }

  override toStream(): never {
    throw new Error("nothing is streamed");
  }

  override async toJSON(): Promise<unknown> {
    return JSON.parse(this.#body) as unknown;
  }
}
