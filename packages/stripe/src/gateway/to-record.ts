import type { EventId, HoldingId, PaymentId } from "@evently/core/ids";
import type { Dispute } from "@evently/core/payment";
import type { GatewayRecord } from "@evently/core/payment/gateway";
import { toInstant } from "@evently/core/time";
import type Stripe from "stripe";
import { declineReason } from "./decline-reason.ts";
import { fromStripeAmount } from "./stripe-amount.ts";

/** What an intent of ours carries in its metadata. */
export type IntentMetadata = { payment_id: PaymentId; event_id: EventId; holding_id: HoldingId };

/** Whose an intent is; one that somebody else made is named by its own id. */
export function nameOf({ id, metadata }: Stripe.PaymentIntent): PaymentId {
  return (metadata.payment_id ?? id) as PaymentId;
}

/** Why an intent was cancelled, which Stripe keeps: declined for good, or voided. */
export const cancelledAs = { declined: "abandoned", voided: "requested_by_customer" } as const;

/**
 * The record of an intent, its refunds and disputes, which Stripe lists newest first.
 */
export function toRecord(
  intent: Stripe.PaymentIntent,
  refunds: readonly Stripe.Refund[],
  account: string | null,
  disputes: readonly Stripe.Dispute[] = [],
): GatewayRecord {
  const { event_id, holding_id } = intent.metadata as Partial<IntentMetadata>;
  const state = stateOf(intent);
  const given = refunds.filter(isGiven).map(toRefund).reverse();
  const failed = refunds.filter((refund) => !isGiven(refund)).map(toRefund);
  return {
    payment_id: nameOf(intent),
    event_id: event_id ?? null,
    holding_id: holding_id ?? null,
    account,
    gateway_ref: intent.id,
    amount: fromStripeAmount(state === "captured" ? intent.amount_received : intent.amount, intent.currency),
    currency: intent.currency.toUpperCase(),
    state,
    refunds: given,
    refunded: given.reduce((sum, { amount }) => sum + amount, 0),
    ...(failed.length > 0 ? { failed_refunds: failed.reverse() } : {}),
    ...(disputes.length > 0 ? { disputes: disputes.map(toDispute).reverse() } : {}),
    reason: state === "declined" ? declineReason(intent.last_payment_error) : null,
    ...(state === "challenged" && intent.client_secret
      ? { next_action: { type: "stripe", client_secret: intent.client_secret, account_id: account } }
      : {}),
  };
}

/**
 * An intent that was never confirmed requires a payment method just as one that was declined, which has an error. One
 * that is processing waits for the bank as if it asked its customer, for no longer either.
 */
export function stateOf(intent: Stripe.PaymentIntent): GatewayRecord["state"] {
  switch (intent.status) {
    case "requires_payment_method":
      return intent.last_payment_error ? "declined" : "prepared";
    case "requires_confirmation":
      return "prepared";
    case "requires_action":
    case "processing":
      return "challenged";
    case "requires_capture":
      return "authorized";
    case "succeeded":
      return "captured";
    case "canceled":
      return intent.cancellation_reason === cancelledAs.declined ? "declined" : "voided";
    default:
      throw new Error(`${intent.id} is ${intent.status}, which this version of the API does not have`);
  }
}

/** A refund that failed at the bank, or was cancelled, left the money where it was. */
function isGiven({ status }: Stripe.Refund): boolean {
  return status !== "failed" && status !== "canceled";
}

function toRefund({ amount, currency, metadata }: Stripe.Refund): GatewayRecord["refunds"][number] {
  return { refund_id: metadata?.refund_id ?? null, amount: fromStripeAmount(amount, currency) };
}

/** An inquiry that was closed took nothing from the seller. One of a kind that isn't known yet may still be decided either way. */
const decided: Readonly<Record<string, Dispute["state"]>> = { won: "won", lost: "lost", warning_closed: "won" };
const toAnswer = new Set<string>(["needs_response", "warning_needs_response"]);

function toDispute({ id, amount, currency, reason, status, created, evidence_details }: Stripe.Dispute): Dispute {
  const due = toAnswer.has(status) ? evidence_details?.due_by : null;
  return {
    ...{ dispute_id: id, amount: fromStripeAmount(amount, currency), reason, state: decided[status] ?? "open" },
    ...{ at: toInstant(created), answer_by: due ? toInstant(due) : null },
  };
}
