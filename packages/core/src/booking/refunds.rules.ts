import { nameRefund, nextRefundName } from "../payment/payment.rules.ts";
import type { Booking, StoredRefund } from "./booking.ts";

/** A booking as far as its refunds are read. */
export type Refundable = Pick<
  Booking,
  "refunds" | "refunded" | "seats" | "refund" | "cancelled_at" | "payment_id" | "booking_id"
>;

/** All that was given back of a booking, oldest first. The version before gave everything back, by a cancellation alone. */
export function refundsOf(booking: Refundable): StoredRefund[] {
  const { refunds, seats, refund, cancelled_at } = booking;
  if (refunds || !refund || refund.amount === 0) return refunds ?? [];
  return [
    {
      refund_id: nameRefund(namedAfter(booking), 1),
      amount: refund.amount,
      seats,
      reason: null,
      at: cancelled_at ?? "",
    },
  ];
}

/** Their sum, in the minor unit. */
export const refundedOf = ({ refunded, refund }: Pick<Booking, "refunded" | "refund">): number =>
  refunded ?? refund?.amount ?? 0;

/** What of its price was not given back, in the minor unit. */
export const leftOf = (booking: Pick<Booking, "total" | "refunded" | "refund">): number =>
  booking.total - refundedOf(booking);

/** A booking that was paid in cash has no payment to name its refunds after. */
const namedAfter = ({ payment_id, booking_id }: Pick<Booking, "payment_id" | "booking_id">): string =>
  payment_id ?? booking_id;

export const nextRefundId = (booking: Booking): string =>
  nextRefundName(
    namedAfter(booking),
    refundsOf(booking).map(({ refund_id }) => refund_id),
  );

/** The booking with one refund more. */
export const withRefund = (booking: Booking, refund: StoredRefund) => ({
  refunds: [...refundsOf(booking), refund],
  refunded: refundedOf(booking) + refund.amount,
});
