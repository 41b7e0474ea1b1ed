import type { EventId, HoldingId, PaymentId } from "../ids.ts";

/**
 * What is known of one payment at the gateway. `amount` and `refunded`, the sum given back, are in the minor unit.
 * `reason` is set where declined. A payment that was voided before the gateway heard of it has no event, no
 * holding, no currency and the amount 0.
 */
export type GatewayRecord = {
  payment_id: PaymentId;
  event_id: EventId | null;
  /** The holding that is paid for. */
  holding_id: HoldingId | null;
  amount: number;
  currency: string | null;
  state: "challenged" | "authorized" | "captured" | "declined" | "voided";
  refunded: number;
  reason: string | null;
  /** The page where the bank asks its customer, while it waits for the answer. */
  challenge_url?: string;
};

export type Authorize = {
  payment_id: PaymentId;
  event_id: EventId;
  holding_id: HoldingId;
  amount: number;
  currency: string;
  token: string;
};

/**
 * Where money moves. `payment_id` is the idempotency key of every call: the same call again changes nothing and answers
 * where the payment stands. A call that comes too late is no error either: capture of a voided payment answers
 * `voided`, void of a captured one `captured`, so read the state of every answer. Any call may throw or stay without an
 * answer; only `find` then tells what happened.
 */
export type PaymentGateway = {
  readonly name: string;
  /**
   * Reserves the amount; nothing is taken yet. Throws where payment_id already stands for another event, amount or
   * currency. An aborted signal ends the wait, not the payment: void it or `find` it.
   */
  authorize(input: Authorize, signal: AbortSignal): Promise<GatewayRecord>;
  /** Takes what was authorized. Throws where the gateway has never heard of the payment. */
  capture(payment_id: PaymentId): Promise<GatewayRecord>;
  /** Ends a payment that was not captured, also one the gateway has never heard of: an authorize that arrives later is refused. */
  void(payment_id: PaymentId): Promise<GatewayRecord>;
  /** Gives back a captured amount, once and whole. Throws where the gateway has never heard of the payment. */
  refund(payment_id: PaymentId): Promise<GatewayRecord>;
  find(payment_id: PaymentId): Promise<GatewayRecord | null>;
  /** Everything the gateway knows of an event's payments: what audit compares with the bookings. */
  listByEvent(event_id: EventId): Promise<GatewayRecord[]>;
  /** Everything it knows: what a restored table is compared with. */
  list(): Promise<GatewayRecord[]>;
};
