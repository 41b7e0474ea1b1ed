import { setTimeout } from "node:timers/promises";
import type { PaymentId } from "../ids.ts";
import type { Clock } from "../time.ts";
import type { Intent } from "./apply-intent.ts";
import type { Authorize, GatewayRecord, PaymentGateway, PaymentKey } from "./gateway.ts";
import { openLedger } from "./ledger.ts";

export type Delay = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

export type TestGateway = PaymentGateway & {
  /** Opens the ledger now instead of at the first payment. Throws if it can't be read or written. */
  open(): Promise<void>;
  /** Gives back a part at the gateway itself, as its own pages allow: no refund_id of ours names it. */
  refundThere(payment_id: PaymentId, amount: number): Promise<GatewayRecord>;
  /** The response of the bank's customer. Does nothing unless the payment is `challenged`; throws if it is unknown. */
  answerChallenge(payment_id: PaymentId, approve: boolean): Promise<GatewayRecord>;
  /** Waits for running calls and rejects later ones. */
  close(): Promise<void>;
};

export type CreateTestGateway = { directory: string; delay?: Delay; now?: Clock };

const slowMilliseconds = 3_000;
const named: Pick<PaymentGateway, "name" | "client" | "step"> = {
  name: "test",
  client: () => ({ gateway: "test" }),
  step: () => 1,
};

/** Whether the gateway only simulates payments. */
export function isTestGateway(gateway: PaymentGateway): gateway is TestGateway {
  return gateway.name === "test" && "answerChallenge" in gateway;
}

/**
 * The built-in gateway: it moves no money, keeps its own durable ledger under `directory`, which processes may share,
 * and behaves as the token says. `tok_visa` is authorized, `tok_slow` after 3 s, `tok_challenge` once `answerChallenge`
 * approves; `tok_timeout` never responds, `tok_charge_then_lost` is authorized and throws ECONNRESET;
 * `tok_chargeDeclined` is declined as `card_declined`, any other token as `unknown_token`.
 */
export function createTestGateway({ directory, delay = wait, now }: CreateTestGateway): TestGateway {
  const ledger = openOnce(directory, now);

  async function apply(intent: Intent): Promise<GatewayRecord> {
    const record = await (await ledger()).append(intent);
    if (!record) throw new Error(`The gateway knows no payment ${intent.payment_id}`);
    return withChallenge(record);
  }

  async function authorize(input: Authorize, signal: AbortSignal) {
    signal.throwIfAborted();
    if (input.token === "tok_timeout") await neverAnswer(signal);
    if (input.token === "tok_slow") await delay(slowMilliseconds, signal);
    const record = await apply(toIntent(input));
    if (input.token === "tok_charge_then_lost") {
      throw Object.assign(new Error("The gateway's reply was lost"), { code: "ECONNRESET" });
    }
    if (!isSamePayment(record, input)) throw new Error(`${input.payment_id} stands for another payment`);
    return record;
  }

  async function refund(key: PaymentKey, { refund_id, amount }: { refund_id: string; amount: number }) {
    const record = await apply({ verb: "refund", payment_id: key.payment_id, refund_id, amount });
    const made = record.refunds.find((made) => made.refund_id === refund_id);
    if (record.state !== "captured" || made?.amount === amount) return record;
    throw new Error(`${refund_id} is another refund, or ${amount} is more than is left of ${key.payment_id}`);
  }

  return {
    ...named,
    prepare: async () => ({ gateway_ref: null }),
    open: async () => void (await (await ledger()).list()),
    authorize,
    capture: ({ payment_id }) => apply({ verb: "capture", payment_id }),
    void: ({ payment_id }) => apply({ verb: "void", payment_id }),
    refund,
    refundThere: (payment_id, amount) => apply({ verb: "refund", payment_id, refund_id: null, amount }),
    answerChallenge: (payment_id, approve) => apply({ verb: "answer_challenge", payment_id, approve }),
    find: async ({ payment_id }) => {
      const record = await (await ledger()).find(payment_id);
      return record && withChallenge(record);
    },
    listByEvent: async (event_id) => (await (await ledger()).listByEvent(event_id)).map(withChallenge),
    list: async () => (await (await ledger()).list()).map(withChallenge),
    close: async () => (await ledger()).close(),
  };
}

/** Opened when it is first asked for, and again where that failed. */
function openOnce(directory: string, now: Clock | undefined): () => ReturnType<typeof openLedger> {
  let opening: ReturnType<typeof openLedger> | null = null;
  return () => {
    opening ??= openLedger(directory, now).catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

function withChallenge(record: GatewayRecord): GatewayRecord {
  if (record.state !== "challenged") return record;
  const url = `/challenge/${encodeURIComponent(record.holding_id ?? "")}`;
  return { ...record, next_action: { type: "challenge", url } };
}

function toIntent({ payment_id, event_id, holding_id, amount, currency, token }: Authorize): Intent {
  return { verb: "authorize", payment_id, event_id, holding_id, amount, currency, ...readToken(token) };
}

function readToken(token: string) {
  switch (token) {
    case "tok_visa":
    case "tok_slow":
    case "tok_charge_then_lost":
      return { outcome: "authorized", reason: null } as const;
    case "tok_challenge":
      return { outcome: "challenged", reason: null } as const;
    case "tok_chargeDeclined":
      return { outcome: "declined", reason: "card_declined" } as const;
    default:
      return { outcome: "declined", reason: "unknown_token" } as const;
  }
}

/** A payment that was voided before it began has no event, so it matches any. */
function isSamePayment(record: GatewayRecord, input: Authorize): boolean {
  if (record.event_id === null) return true;
  return record.event_id === input.event_id && record.amount === input.amount && record.currency === input.currency;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return setTimeout(milliseconds, undefined, { signal });
}

function neverAnswer(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}
