import { isPaidInCash } from "../booking/booking.rules.ts";
import type { Booking } from "../booking/booking.ts";
import { isSale, soldAt } from "../booking/invoice.rules.ts";
import { type Refundable, refundsOf } from "../booking/refunds.rules.ts";
import type { BookingId, PaymentId } from "../ids.ts";
import type { Dispute, Payment } from "../payment/payment.ts";
import { toInstant, toSeconds } from "../time.ts";
import { shareFeeRefund } from "./fee-refunds.rules.ts";

/** How a sale was paid for; `none` where it cost nothing. */
type Method = "card" | "cash" | "invoice" | "none";

/**
 * Money that moved, in the minor unit: below 0 what the seller gave away. A dispute moves nothing by itself: its amount is 0, and
 * `dispute` says what it is about.
 */
export type Movement = {
  at: string;
  kind: "sale" | "refund" | "fee" | "fee_refund" | "dispute";
  method: Method;
  amount: number;
  booking_id: BookingId;
  payment_id: PaymentId | null;
  refund_id: string | null;
  gateway_ref: string | null;
  account: string | null;
  dispute: Pick<Dispute, "state" | "amount"> | null;
};

type Sold = Refundable & Pick<Booking, "booking_date" | "invoice" | "counter" | "total">;
type Paid = Pick<
  Payment,
  "account" | "gateway_ref" | "amount" | "refunds" | "fee" | "fee_refunded" | "disputes" | "log"
>;

/** All that a booking moved, earliest first; nothing while it awaits payment or where it never got any. `payment` is null where no gateway took it. */
export function listMovements(booking: Sold, payment: Paid | null): Movement[] {
  if (!isSale(booking)) return [];
  const { booking_id, payment_id } = booking;
  const common = {
    ...{ method: methodOf(booking), booking_id, payment_id, refund_id: null, dispute: null },
    ...{ gateway_ref: payment?.gateway_ref ?? null, account: payment?.account ?? null },
  };
  const at = takenAt(booking, payment);
  const refunds = refundsOf(booking).map(({ at, amount, refund_id }) => ({ at, amount, refund_id }));
  const movements: Movement[] = [
    { ...common, at, kind: "sale", amount: booking.total },
    { ...common, at, kind: "fee", amount: 0 - (payment?.fee ?? 0) },
    ...refunds.map((refund) => ({ ...common, ...refund, kind: "refund" as const, amount: 0 - refund.amount })),
  ];
  if (payment) movements.push(...listOfPayment(payment, { common, at, refunds }));
  return movements.filter(isMovement).toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

/** A sale is listed even if it cost nothing, so that none is missing. */
const isMovement = ({ kind, amount }: Movement): boolean => kind === "sale" || kind === "dispute" || amount !== 0;

type Made = { at: string; amount: number; refund_id: string };
type Around = { common: Omit<Movement, "at" | "kind" | "amount">; at: string; refunds: readonly Made[] };

function listOfPayment(payment: Paid, { common, at, refunds }: Around): Movement[] {
  const shares = shareFeeRefund(payment, refunds);
  return [
    ...shares.map(({ refund, amount }) => ({
      ...common,
      ...{ at: refund?.at ?? at, kind: "fee_refund" as const, amount, refund_id: refund?.refund_id ?? null },
    })),
    ...payment.disputes.map(({ at, state, amount }) => ({
      ...common,
      ...{ at, kind: "dispute" as const, amount: 0, dispute: { state, amount } },
    })),
  ];
}

function methodOf(booking: Sold): Method {
  if (booking.total === 0) return "none";
  if (booking.invoice) return "invoice";
  return isPaidInCash(booking) ? "cash" : "card";
}

/**
 * When the gateway took the money, at the latest before some of it was to go back. What is not taken yet counts as of its booking: seconds later it
 * is.
 */
function takenAt(booking: Sold, payment: Paid | null): string {
  const taken = payment?.log.find(({ state }) => state === "captured" || state === "refunding");
  return taken?.at ?? toInstant(toSeconds(soldAt(booking)));
}
