import { refundBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { settleHolding } from "../hold/settle-holding.ts";
import { findPayment, voidOrRefund } from "../payment/finish-payment.ts";
import { type GatewayRecord, mayKeepMoney } from "../payment/gateway.ts";

/**
 * `returned`: payments made after the backup, now refunded; `cancelled`: bookings refunded after the backup, now
 * cancelled again.
 */
export type SettledLedger = { payments: number; returned: number; cancelled: number };

/**
 * After a restore: reconciles the table with the gateway, which may have newer payments. A payment unknown to the table
 * is returned; a booking refunded after the backup is cancelled again. Repeatable, also while servers run. Throws what
 * the gateway throws, and UNAVAILABLE.
 */
export async function settleLedger(core: Core): Promise<SettledLedger> {
  const settled = { payments: 0, returned: 0, cancelled: 0 };
  for (const record of await core.gateway.list()) {
    settled.payments++;
    const outcome = await settleRecord(core, record);
    if (outcome) settled[outcome]++;
  }
  return settled;
}

async function settleRecord(core: Core, record: GatewayRecord): Promise<"returned" | "cancelled" | null> {
  const { payment_id } = record;
  const payment = await findPayment(core, payment_id);
  if (!payment) {
    if (!mayKeepMoney(record)) return null;
    await voidOrRefund(core, record);
    return "returned";
  }
  if (mayKeepMoney(record)) return null;
  // An attempt in progress at the time of the backup may have been booked and cancelled since.
  if (payment.state === "started" && record.state === "captured") await settleHolding(core, payment.holding_id);
  const { booking_id } = (await findPayment(core, payment_id)) ?? payment;
  const booking = booking_id ? await findBooking(core, booking_id) : null;
  if (booking?.state !== "confirmed" || booking.payment_id !== payment_id) return null;
  await refundBooking(core, booking, { isCalledOff: false });
  return "cancelled";
}
