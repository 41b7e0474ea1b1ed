/** What is known of one payment at the gateway; `refunded` is the sum given back, in the minor unit. */
export type GatewayRecord = {
  payment_id: string;
  event_id: string;
  amount: number;
  currency: string;
  state: "challenged" | "authorized" | "captured" | "declined" | "voided";
  refunded: number;
  reason: string | null;
};

export type Authorize = { payment_id: string; event_id: string; amount: number; currency: string; token: string };

/**
 * Where money moves. `payment_id` is the idempotency key of every call: the same call again changes nothing and gives
 * the same answer. Any call may throw or stay without an answer; only `find` then tells what happened.
 */
export type PaymentGateway = {
  readonly name: string;
  /** Reserves the amount; nothing is taken yet. Also answers `challenged` with the page where the bank asks its customer. */
  authorize(input: Authorize, signal: AbortSignal): Promise<GatewayRecord & { challenge_url?: string }>;
  /** Takes what was authorized. */
  capture(payment_id: string): Promise<GatewayRecord>;
  /** Ends a payment that was not captured, also one the gateway has never heard of: an authorize that arrives later is refused. */
  void(payment_id: string): Promise<GatewayRecord>;
  /** Gives back a captured amount, whole. */
  refund(payment_id: string): Promise<GatewayRecord>;
  find(payment_id: string): Promise<GatewayRecord | null>;
  /** Everything the gateway knows of an event's payments: what audit compares with the bookings. */
  listByEvent(event_id: string): Promise<GatewayRecord[]>;
};
