import { toPayment } from "../payment/payment.table.ts";
import type { PaymentStatus } from "../payment/payment.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Booking } from "./booking.ts";

type Paid = Pick<Booking, "payment_id">;

/** The statuses of bookings' payments, which are stored on the payments only; `none` where nothing was to be paid. Throws UNAVAILABLE. */
export async function readPaymentStatuses(
  table: Table,
  bookings: readonly Paid[],
): Promise<(booking: Paid) => PaymentStatus> {
  const paid = bookings.flatMap(({ payment_id }) => payment_id ?? []);
  const payments = (await readItems(table, paid.map(keys.payment))).map(toPayment);
  const statuses = new Map(payments.map(({ payment_id, state }) => [payment_id, state]));
  return ({ payment_id }) => (payment_id && statuses.get(payment_id)) || "none";
}
