import { refundAmountOf } from "../booking/booking.table.ts";
import type { Booking, StoredRefund } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { leftOf, refundedOf, refundsOf, withRefund } from "../booking/refunds.rules.ts";
import type { Core } from "../core.ts";
import { addToShard, tallyRefund } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import { putJournal } from "../journal/journal.table.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { feesOf, type GatewayRecord } from "../payment/gateway.ts";
import { nextRefundName } from "../payment/payment.rules.ts";
import { addMadeRefund } from "../payment/payment.table.ts";
import type { Payment } from "../payment/payment.ts";
import { transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { findUnrecorded } from "./find-unrecorded.ts";

/** How often booking and payment are read again after they changed between our read and our write. */
const maxAttempts = 8;

/** What a refund that was found says of itself: nobody here gave a reason. */
const foundReason = "Found at the payment gateway";

/**
 * Records the first refund of a booking that its payment's gateway has and the table has not: one made at the gateway itself, or after
 * the backup that was restored. It goes by its amount, and the seats stay. False if there is none, or the payment has no booking.
 * Throws UNAVAILABLE.
 */
export async function adoptRefund(core: Core, record: GatewayRecord): Promise<boolean> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const payment = await findPayment(core, record.payment_id);
    const booking = payment?.booking_id ? await findBooking(core, payment.booking_id) : null;
    if (!payment || booking?.payment_id !== record.payment_id) return false;
    const [made] = findUnrecorded(payment, record);
    if (!made || (made.refund_id !== null && made.amount > leftOf(booking))) return false;
    // What was decided here meanwhile paid out so much less: of the one made there only the rest is news.
    const amount = Math.min(made.amount, leftOf(booking));
    if (amount === 0) return false;
    if (await write(core, { payment, booking, made: { ...made, amount }, record })) return true;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** Of refunds that either knows: the gateway may have some that are still to be recorded. */
const namesOf = (booking: Booking, { refunds }: GatewayRecord): string[] =>
  [...refundsOf(booking), ...refunds].flatMap(({ refund_id }) => refund_id ?? []);

type Adopting = { payment: Payment; booking: Booking; made: GatewayRecord["refunds"][number]; record: GatewayRecord };

async function write(core: Core, { payment, booking, made, record }: Adopting): Promise<boolean> {
  const { refund_id, amount } = made;
  const now = core.clock();
  const at = toInstant(now);
  const named = refund_id ?? nextRefundName(payment.payment_id, namesOf(booking, record));
  const refund: StoredRefund = { refund_id: named, amount, seats: [], reason: foundReason, at };
  const changed: Booking = { ...booking, ...withRefund(booking, refund) };
  const found = refund_id === null ? ({ found: true } as const) : {};
  const actions = [
    refundAmountOf(booking, changed),
    addMadeRefund(payment, { refund_id: named, amount, at, ...found }, { fees: feesOf(record), now }),
    putJournal({
      ...{ subject: booking.event_id, at: now, actor: null, action: "booking.refunded", reason: foundReason },
      changes: {
        booking: { before: null, after: booking.booking_id },
        refunded: { before: refundedOf(booking), after: refundedOf(changed) },
      },
      part: named,
    }),
  ];
  const outcome = await core.counterShards.acquire(booking.event_id, (shard) =>
    transact(core.table, [...actions, addToShard(shard, tallyRefund(booking, changed), now)]),
  );
  return outcome.done;
}
