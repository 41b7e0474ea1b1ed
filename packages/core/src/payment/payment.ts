import * as z from "zod/mini";
import { StoredBookingId, StoredEventId, StoredHoldingId, StoredPaymentId } from "../ids.ts";
import { Instant } from "../time.ts";

/**
 * `none`: nothing to pay. `voiding` and `refunding` are decided in the table and still to be done at the gateway: the
 * table always decides first and the money follows. `refunding` is about some or all of the money; then it is `captured`
 * again, or `refunded` once nothing is left.
 */
export const PaymentStatus = z.enum([
  "none",
  "started",
  "authorized",
  "captured",
  "declined",
  "voiding",
  "voided",
  "refunding",
  "refunded",
]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** What the buyer has to do before the bank says yes: `challenge` is a page of its own, `stripe` goes on in Stripe's element. */
export const NextAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("challenge"), url: z.string() }),
  z.object({ type: z.literal("stripe"), client_secret: z.string(), account_id: z.nullable(z.string()) }),
]);
export type NextAction = z.infer<typeof NextAction>;

/**
 * What of a payment is given back: `due` until the gateway has done it. `refund_id` is the idempotency key at the gateway, in the
 * minor unit what goes back. `found`: it was made at the gateway itself, which knows no id of ours. `failed`: the payer's bank sent it
 * back later, so the seller has the money and owes it.
 */
export const PaymentRefund = z.object({
  refund_id: z.string(),
  amount: z.int(),
  at: Instant,
  state: z.enum(["due", "done"]),
  found: z.optional(z.literal(true)),
  failed: z.optional(z.literal(true)),
});
export type PaymentRefund = z.infer<typeof PaymentRefund>;

/**
 * The payer's bank takes a payment back unless the seller proves it wrong: until it is decided the gateway has the money, and
 * then who won. `answer_by` is when the seller must have answered, null where there is nothing to answer. `amount` in the minor unit.
 */
export const Dispute = z.object({
  dispute_id: z.string(),
  amount: z.int(),
  /** The gateway's word for it. */
  reason: z.string(),
  state: z.enum(["open", "won", "lost"]),
  at: Instant,
  answer_by: z.nullable(Instant),
});
export type Dispute = z.infer<typeof Dispute>;

/** One attempt to pay for one holding. Its id is the idempotency key at the gateway; `amount` in the minor unit. */
export const Payment = z.object({
  payment_id: StoredPaymentId,
  holding_id: StoredHoldingId,
  booking_id: z.nullable(StoredBookingId),
  event_id: StoredEventId,
  attempt: z.int(),
  amount: z.int(),
  currency: z.string(),
  gateway: z.string(),
  /** The seller's account at the gateway; null where the house's own is paid. */
  account: z._default(z.nullable(z.string()), null),
  /** The gateway's own name of it; null where it has none but `payment_id`. */
  gateway_ref: z._default(z.nullable(z.string()), null),
  /** Oldest first. */
  refunds: z._default(z.array(PaymentRefund), []),
  /** What of it went to the installation's operator, in the minor unit, and what of that went back with refunds. */
  fee: z._default(z.int(), 0),
  fee_refunded: z._default(z.int(), 0),
  disputes: z._default(z.array(Dispute), []),
  /** How often something was recorded that the gateway alone knew; absent if never. */
  news: z.optional(z.int()),
  state: PaymentStatus,
  log: z.array(z.object({ at: Instant, state: PaymentStatus })),
});
export type Payment = z.infer<typeof Payment>;

/**
 * With what a buyer's page pays: a card of the test gateway, or Stripe's element, which is opened with the key of the
 * installation for the account of the seller, null where the house's own is paid. `amount` is in Stripe's unit.
 */
export const PaymentClient = z.discriminatedUnion("gateway", [
  z.object({ gateway: z.literal("test") }),
  z.object({
    gateway: z.literal("stripe"),
    publishable_key: z.string(),
    account_id: z.nullable(z.string()),
    amount: z.int(),
    currency: z.string(),
  }),
]);
export type PaymentClient = z.infer<typeof PaymentClient>;
