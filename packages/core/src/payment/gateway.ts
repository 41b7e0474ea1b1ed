import type { EventId, HoldingId, PaymentId } from "../ids.ts";
import type { Dispute, NextAction, PaymentClient } from "./payment.ts";

/**
 * What names a payment at the gateway. `account` is the seller's at the gateway, null where the house's own is paid;
 * `gateway_ref` the gateway's own name of the payment, null where it has none but payment_id.
 */
export type PaymentKey = { payment_id: PaymentId; account: string | null; gateway_ref: string | null };

/** What a payer got back, in the minor unit; `refund_id` is null if it was not asked for here but at the gateway itself. */
export type GatewayRefund = { refund_id: string | null; amount: number };

/**
 * The gateway's record of a payment. Amounts are in the minor unit; `refunded` is the sum of `refunds`. `reason` is set
 * if declined. A payment voided before the gateway received it has no event, no holding, no currency and the amount 0.
 */
export type GatewayRecord = PaymentKey & {
  event_id: EventId | null;
  /** The holding being paid for. */
  holding_id: HoldingId | null;
  amount: number;
  currency: string | null;
  state: "prepared" | "challenged" | "authorized" | "captured" | "declined" | "voided";
  refunds: readonly GatewayRefund[];
  refunded: number;
  /** Refunds that the payer's bank sent back, so that the seller has the money again; none where they are left out. */
  failed_refunds?: readonly GatewayRefund[];
  reason: string | null;
  /** What of it went to the installation's operator, and what of that went back with refunds; none where they are left out. */
  fee?: number;
  fee_refunded?: number;
  /** Oldest first; none where it is left out. */
  disputes?: readonly Dispute[];
  /** What its customer has to do, while `challenged`. */
  next_action?: NextAction;
};

export type Prepare = {
  payment_id: PaymentId;
  event_id: EventId;
  holding_id: HoldingId;
  amount: number;
  currency: string;
  account: string | null;
};

export type Authorize = Prepare & { gateway_ref: string | null; token: string };

/**
 * The payment gateway. `payment_id` is the idempotency key of every call: a repeated call changes nothing and returns
 * the payment's state. A call that comes too late is no error either: capturing a voided payment returns `voided`,
 * voiding a captured one `captured`, so check the returned state. Any call may throw or never respond; only `find` then
 * tells what happened.
 */
export type PaymentGateway = {
  readonly name: string;
  /** Of which number, in the currency's minor unit, every amount that it takes or gives back is a multiple. Pure. */
  step(currency: string): number;
  /** With what a buyer's page pays `amount`, in the minor unit, to the seller's account. Throws if it has no such amount. */
  client(sale: Pick<Prepare, "amount" | "currency" | "account">): PaymentClient;
  /**
   * Names the payment at the gateway, without any money: the pay transition stores the returned `gateway_ref` before
   * anything is authorized, so that every payment with money is found. If the response is lost, what was named stays
   * there without money.
   */
  prepare(input: Prepare, signal: AbortSignal): Promise<{ gateway_ref: string | null }>;
  /**
   * Reserves the amount without taking it. Throws if payment_id was used for another event, amount or currency.
   * Aborting the signal ends the wait, not the payment: void it or `find` it.
   */
  authorize(input: Authorize, signal: AbortSignal): Promise<GatewayRecord>;
  /** Takes the authorized amount. Throws if the gateway doesn't know the payment. */
  capture(key: PaymentKey): Promise<GatewayRecord>;
  /**
   * Voids a payment that was not captured, even one the gateway doesn't know yet: a later authorize is then refused.
   */
  void(key: PaymentKey): Promise<GatewayRecord>;
  /**
   * Gives back `amount` of a captured payment, in the minor unit, once for each `refund_id`, which is its idempotency
   * key. Throws if the gateway doesn't know the payment, if more is asked than is left, and if `refund_id` was used for
   * another amount.
   */
  refund(key: PaymentKey, refund: { refund_id: string; amount: number }): Promise<GatewayRecord>;
  find(key: PaymentKey): Promise<GatewayRecord | null>;
  /** All payments of an event at these accounts, for the audit against its bookings. */
  listByEvent(event_id: EventId, accounts: readonly (string | null)[]): Promise<GatewayRecord[]>;
  /** All payments, to compare with a restored table. */
  list(): Promise<GatewayRecord[]>;
};

/** Only what names it, of a record with more. */
export const keyOf = ({ payment_id, account, gateway_ref }: PaymentKey): PaymentKey => ({
  payment_id,
  account,
  gateway_ref,
});

/** Whether a payment may still take money or has: its customer may be at the bank. */
export const mayKeepMoney = (record: GatewayRecord): boolean => keptAmount(record) > 0 || record.state === "challenged";

/** The amount in the minor unit that the gateway has taken or reserved from the payer. */
export function keptAmount({ state, amount, refunded }: GatewayRecord): number {
  if (state === "captured") return amount - refunded;
  return state === "authorized" ? amount : 0;
}
