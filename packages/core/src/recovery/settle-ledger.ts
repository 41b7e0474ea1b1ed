import { refundBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { settleHolding } from "../hold/settle-holding.ts";
import { findPayment, keptMoney, voidOrRefund } from "../payment/finish-payment.ts";
import type { GatewayRecord } from "../payment/gateway.ts";

/** `returned`: payments made after the backup, whose money went back; `cancelled`: bookings whose money had gone back since. */
export type SettledLedger = { payments: number; returned: number; cancelled: number };

/**
 * After a restore: brings table and gateway together, of which the gateway may know more. Money that the table knows
 * nothing of goes back to the payer; a booking whose money went back after the backup is cancelled once more. Repeatable,
 * also while servers run. Throws what the gateway throws, and UNAVAILABLE.
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
    if (keptMoney(record) === "nothing") return null;
    await voidOrRefund(core, payment_id);
    return "returned";
  }
  if (keptMoney(record) !== "nothing") return null;
  // An attempt that was under way at the backup may have booked since, and been cancelled.
  if (payment.state === "started" && record.state === "captured") await settleHolding(core, payment.holding_id);
  const { booking_id } = (await findPayment(core, payment_id)) ?? payment;
  const booking = booking_id ? await findBooking(core, booking_id) : null;
  if (booking?.state !== "confirmed" || booking.payment_id !== payment_id) return null;
  await refundBooking(core, booking);
  return "cancelled";
}
