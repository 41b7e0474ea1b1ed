import { toPayment } from "../payment/payment.table.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { isPaidInCash } from "./booking.rules.ts";
import type { Booking, BookingPaymentStatus } from "./booking.ts";
import { isPaidOnInvoice } from "./invoice.rules.ts";

type Paid = Pick<Booking, "payment_id" | "counter" | "total" | "invoice">;

/** The statuses of bookings' payments, which are stored on the payments only; `none` where nothing was to be paid. Throws UNAVAILABLE. */
export async function readPaymentStatuses(
  table: Table,
  bookings: readonly Paid[],
): Promise<(booking: Paid) => BookingPaymentStatus> {
  const paid = bookings.flatMap(({ payment_id }) => payment_id ?? []);
  const payments = (await readItems(table, paid.map(keys.payment))).map(toPayment);
  const statuses = new Map(payments.map(({ payment_id, state }) => [payment_id, state]));
  return (booking) => (booking.payment_id && statuses.get(booking.payment_id)) || statusWithoutPayment(booking);
}

/** Of a booking that no gateway knows. */
export function statusWithoutPayment(booking: Omit<Paid, "payment_id">): "cash" | "invoice" | "unpaid" | "none" {
  if (booking.invoice) return isPaidOnInvoice(booking) ? "invoice" : "unpaid";
  return isPaidInCash(booking) ? "cash" : "none";
}
