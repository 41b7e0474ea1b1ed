import type { EventId, HoldingId, PaymentId } from "../ids.ts";

/**
 * The gateway's record of a payment. `amount` and `refunded` are in the minor unit. `reason` is set if declined. A
 * payment voided before the gateway received it has no event, no holding, no currency and the amount 0.
 */
export type GatewayRecord = {
  payment_id: PaymentId;
  event_id: EventId | null;
  /** The holding being paid for. */
  holding_id: HoldingId | null;
  amount: number;
  currency: string | null;
  state: "challenged" | "authorized" | "captured" | "declined" | "voided";
  refunded: number;
  reason: string | null;
  /** The bank's challenge page, while it waits for its customer. */
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
 * The payment gateway. `payment_id` is the idempotency key of every call: a repeated call changes nothing and returns
 * the payment's state. A call that comes too late is no error either: capturing a voided payment returns `voided`,
 * voiding a captured one `captured`, so check the returned state. Any call may throw or never respond; only `find` then
 * tells what happened.
 */
export type PaymentGateway = {
  readonly name: string;
  /**
   * Reserves the amount without taking it. Throws if payment_id was used for another event, amount or currency.
   * Aborting the signal ends the wait, not the payment: void it or `find` it.
   */
  authorize(input: Authorize, signal: AbortSignal): Promise<GatewayRecord>;
  /** Takes the authorized amount. Throws if the gateway doesn't know the payment. */
  capture(payment_id: PaymentId): Promise<GatewayRecord>;
  /**
   * Voids a payment that was not captured, even one the gateway doesn't know yet: a later authorize is then refused.
   */
  void(payment_id: PaymentId): Promise<GatewayRecord>;
  /** Refunds a captured payment once, in full. Throws if the gateway doesn't know the payment. */
  refund(payment_id: PaymentId): Promise<GatewayRecord>;
  find(payment_id: PaymentId): Promise<GatewayRecord | null>;
  /** All payments of an event, for the audit against its bookings. */
  listByEvent(event_id: EventId): Promise<GatewayRecord[]>;
  /** All payments, to compare with a restored table. */
  list(): Promise<GatewayRecord[]>;
};
