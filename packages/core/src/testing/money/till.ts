import type { GatewayRecord, PaymentGateway } from "../../payment/gateway.ts";
import type { PaymentEvents } from "../../payment/payment-events.ts";
import type { Wake } from "../../payment/wake.ts";

/** A gateway, with what its customers, their banks and its seller do there. */
export type Till = {
  gateway: PaymentGateway;
  /** The same, without its faults. */
  steady: PaymentGateway;
  /** Its own list of events; null of one that has none, nor webhooks. */
  events: PaymentEvents | null;
  /** What its webhooks since the last call say, in order. */
  webhooks(): Wake[];
  /** The tokens of cards, and those of them that a bank asks about, or takes its time with. */
  cards: { ok: string; declined: string; challenged: string; others: readonly string[] };
  /** The customer's, or the bank's, answer to what is `challenged`. */
  answer(record: GatewayRecord, approve: boolean): Promise<void>;
  /** Given back by the seller at the gateway's own pages. */
  refundThere(record: GatewayRecord, amount: number): Promise<void>;
  /** What was authorized ends there before it was captured. */
  lapse(record: GatewayRecord): Promise<void>;
  /** The payer's bank takes back a captured payment; later it is decided. Null where the gateway has no such thing. */
  dispute: ((record: GatewayRecord) => Promise<(won: boolean) => Promise<void>>) | null;
  /** Faults of the gateway's own, drawn by `random`, until `calm`. */
  disturb(random: () => number): void;
  calm(): void;
  close(): Promise<void>;
};
