import { cancelAndRefund } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { settleHolding } from "../hold/settle-holding.ts";
import { findPayment, voidOrRefund } from "../payment/finish-payment.ts";
import { type GatewayRecord, mayKeepMoney } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import { adoptRefund } from "../refund/adopt-refund.ts";
import { findUnrecorded } from "../refund/find-unrecorded.ts";

/**
 * `returned`: payments made after the backup, now refunded; `cancelled`: bookings refunded as a whole after the backup, now cancelled
 * again; `adopted`: refunds of a part, made after the backup or at the gateway itself, now recorded.
 */
export type SettledLedger = { payments: number; returned: number; cancelled: number; adopted: number };

/**
 * After a restore: reconciles the table with the gateway, which may have newer payments. A payment unknown to the table
 * is returned; a booking refunded after the backup is cancelled again, or states what went back of it. Repeatable, also while
 * servers run. Throws what the gateway throws, and UNAVAILABLE.
 */
export async function settleLedger(core: Core): Promise<SettledLedger> {
  const settled = { payments: 0, returned: 0, cancelled: 0, adopted: 0 };
  for (const record of await core.gateway.list()) {
    settled.payments++;
    const payment = await findPayment(core, record.payment_id);
    if (payment) await settleKnown(core, payment, record, settled);
    else if (mayKeepMoney(record)) {
      await voidOrRefund(core, record);
      settled.returned++;
    }
  }
  return settled;
}

async function settleKnown(core: Core, read: Payment, record: GatewayRecord, settled: SettledLedger): Promise<void> {
  const { payment_id } = record;
  const isReturned = !mayKeepMoney(record);
  // An attempt in progress at the time of the backup may have been booked and cancelled since.
  if (isReturned && read.state === "started" && record.state === "captured") await settleHolding(core, read.holding_id);
  const payment = (await findPayment(core, payment_id)) ?? read;
  const unrecorded = findUnrecorded(payment, record);
  const last = unrecorded.at(-1);
  // What was returned at the gateway itself leaves the seats to their buyer.
  const isCancelled = isReturned && (record.state !== "captured" || typeof last?.refund_id === "string");
  for (const _ of isCancelled ? unrecorded.slice(0, -1) : unrecorded)
    if (await adoptRefund(core, record)) settled.adopted++;
  const booking = isCancelled && payment.booking_id ? await findBooking(core, payment.booking_id) : null;
  if (booking?.state !== "confirmed" || booking.payment_id !== payment_id) return;
  await cancelAndRefund(core, booking, { isCalledOff: false, refund_id: last?.refund_id ?? undefined });
  settled.cancelled++;
}
