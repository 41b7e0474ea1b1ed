import { cancelAndRefund } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { isFailure } from "../errors.ts";
import { settleHolding } from "../hold/settle-holding.ts";
import { findPayment, voidOrRefund } from "../payment/finish-payment.ts";
import { type GatewayRecord, mayKeepMoney } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import { adoptRefund } from "../refund/adopt-refund.ts";
import { findUnrecorded } from "../refund/find-unrecorded.ts";
import { isOf, openJudge } from "./is-ours.ts";

/**
 * `returned`: payments made after the backup, now refunded; `cancelled`: bookings refunded as a whole after the backup, now cancelled
 * again; `adopted`: refunds of a part, made after the backup or at the gateway itself, now recorded. `foreign`: with money or refunds, left alone,
 * since nothing here can have made them, by the gateway's name. `failed`: what the gateway or a record refused, to be looked at and repeated.
 */
export type SettledLedger = {
  payments: number;
  returned: number;
  cancelled: number;
  adopted: number;
  foreign: string[];
  failed: { payment_id: string; error: string }[];
};

/**
 * After a restore: reconciles the table with the gateway, which may have newer payments. A payment unknown to the table
 * is returned; a booking refunded after the backup is cancelled again, or states what went back of it. What fails for one payment keeps
 * none of the others. Repeatable, also while servers run. Throws what the gateway's list throws, and UNAVAILABLE.
 */
export async function settleLedger(core: Core): Promise<SettledLedger> {
  const settled: SettledLedger = { payments: 0, returned: 0, cancelled: 0, adopted: 0, foreign: [], failed: [] };
  const isOurs = openJudge(core);
  for (const record of await core.gateway.list()) {
    settled.payments++;
    const { payment_id } = record;
    try {
      await settleRecord(core, record, settled, isOurs);
    } catch (error) {
      if (isFailure(error, "UNAVAILABLE")) throw error;
      settled.failed.push({ payment_id, error: error instanceof Error ? error.message : String(error) });
    }
  }
  return settled;
}

async function settleRecord(
  core: Core,
  record: GatewayRecord,
  settled: SettledLedger,
  isOurs: ReturnType<typeof openJudge>,
): Promise<void> {
  const payment = await findPayment(core, record.payment_id);
  if (payment && isOf(payment, record)) return settleKnown(core, payment, record, settled);
  if (!mayKeepMoney(record) && record.refunds.length === 0) return;
  if (payment || !(await isOurs(record))) {
    settled.foreign.push(record.gateway_ref ?? record.payment_id);
    return;
  }
  if (!mayKeepMoney(record)) return;
  await voidOrRefund(core, record);
  settled.returned++;
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
