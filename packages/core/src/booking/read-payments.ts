import { toPayment } from "../payment/payment.table.ts";
import type { Payment } from "../payment/payment.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { isPaidInCash } from "./booking.rules.ts";
import type { Booking, BookingPaymentStatus } from "./booking.ts";
import { isPaidOnInvoice } from "./invoice.rules.ts";
import { leftOf, refundedOf } from "./refunds.rules.ts";

/** A payment as far as a booking shows it. */
export type PaymentState = Pick<Payment, "state" | "refunds"> & Partial<Pick<Payment, "disputes">>;

/** The payments of bookings, as far as they show them; null where the gateway knows none. Throws UNAVAILABLE. */
export async function readPayments(
  table: Table,
  bookings: readonly Pick<Booking, "payment_id">[],
): Promise<(booking: Pick<Booking, "payment_id">) => PaymentState | null> {
  const paid = bookings.flatMap(({ payment_id }) => payment_id ?? []);
  const payments = (await readItems(table, paid.map(keys.payment))).map(toPayment);
  const byId = new Map(payments.map((payment) => [payment.payment_id, payment]));
  return ({ payment_id }) => (payment_id && byId.get(payment_id)) || null;
}

/** How a booking stands with the money: as its payment does, but for a part that was given back. */
export function statusOf(booking: Booking, payment: PaymentState | null): BookingPaymentStatus {
  if (booking.invoice) return isPaidOnInvoice(booking) ? "invoice" : "unpaid";
  if (!payment) return isPaidInCash(booking) ? "cash" : "none";
  return refundedOf(booking) > 0 && leftOf(booking) > 0 ? "partly_refunded" : payment.state;
}
