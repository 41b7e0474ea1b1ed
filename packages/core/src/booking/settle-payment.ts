import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, sumTallies, tallyCalledOff, tallyCancellation, tallyRefund } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import { findEvent } from "../event/find-event.ts";
import type { PaymentId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { putMail } from "../mail/mail.table.ts";
import { findPayment, finishPayment } from "../payment/finish-payment.ts";
import { endUncaptured } from "../payment/payment.table.ts";
import type { Payment } from "../payment/payment.ts";
import { type Action, transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { isAnyoneIn, isCalledOff } from "./booking.rules.ts";
import { cancelBookingItem, refundAmountOf } from "./booking.table.ts";
import type { Booking, StoredRefund } from "./booking.ts";
import { findBooking } from "./get-booking.ts";
import { leaveSeats, noteLeft } from "./leave-seats.ts";
import { leftOf, nextRefundId, refundedOf, withRefund } from "./refunds.rules.ts";

/** How often booking and payment are read again after they changed between our read and our write. */
const maxAttempts = 8;

/** What the books say of a price that was booked and never paid. */
export const notCharged = "The payment could not be taken: nothing was paid";

/** The job: finishes a payment at the gateway, and its booking with it if the money can't be taken any more. Throws what `finishPayment` throws. */
export async function settlePayment(core: Core, payment_id: PaymentId): Promise<void> {
  const lost = await finishPayment(core, payment_id);
  if (lost) await endUnpaid(core, lost);
}

/**
 * The payment -> voided, in one transaction with its booking, counts, a line in the journal and a mail to its buyer. A confirmed booking
 * is cancelled and its seats are free, or the house's; one that somebody went in with keeps them, unpaid. Does nothing once the payment
 * was changed by others, who finish it. Throws UNAVAILABLE.
 */
async function endUnpaid(core: Core, lost: Payment): Promise<void> {
  const { payment_id, state, refunds } = lost;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const payment = await findPayment(core, payment_id);
    if (payment?.state !== state || payment.refunds.length !== refunds.length) return;
    const booking = payment.booking_id ? await findBooking(core, payment.booking_id) : null;
    if (booking?.payment_id !== payment_id) throw new Error(`${payment_id} has no booking that it was paid for`);
    if (await write(core, payment, booking)) return;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

async function write(core: Core, payment: Payment, booking: Booking): Promise<boolean> {
  const { event_id, payment_id } = { ...booking, ...payment };
  const now = core.clock();
  const isEnded = booking.state === "confirmed" && !isAnyoneIn(booking);
  const refund = describeRest(booking, isEnded, now);
  const changed = { ...booking, ...withRefund(booking, refund) };
  const event = isEnded ? await findEvent(core.table, event_id) : null;
  const called_off = event !== null && isCalledOff(event);
  const end = isEnded ? endBooking(booking, { ...changed, called_off }, refund) : null;
  const counted = called_off ? tallyCalledOff(true) : {};
  const tally = end ? sumTallies(tallyCancellation(booking, changed), counted) : tallyRefund(booking, changed);
  const actions = [
    ...(end ?? [refundAmountOf(booking, changed)]),
    endUncaptured(payment, { refund_id: refund.refund_id, amount: refund.amount }, now),
    journal(booking, changed, { now, isEnded }),
    ...mail(core, booking, now),
  ];
  const isWritten = async () => (await findPayment(core, payment_id))?.state === "voided";
  const outcome = await countWritten(core, {
    isWritten,
    write: () =>
      core.counterShards.acquire(event_id, (shard) =>
        transact(core.table, [...actions, addToShard(shard, tally, now)]),
      ),
    count: () => end && noteLeft(core, booking, booking.lines),
  });
  return outcome.done || (outcome.ambiguous && (await isWritten()));
}

/** All that was not given back, so that nothing of the price counts as paid. */
function describeRest(booking: Booking, isEnded: boolean, now: number): StoredRefund {
  const seats = isEnded ? booking.seats : [];
  return {
    ...{ refund_id: nextRefundId(booking), amount: leftOf(booking), seats },
    ...{ reason: notCharged, at: toInstant(now) },
  };
}

/** Fails once somebody is in. */
function endBooking(booking: Booking, changed: Booking, { amount, at }: StoredRefund): Action[] {
  const cancelled = { ...changed, state: "cancelled" as const, cancelled_at: at, refund: { amount } };
  return [...leaveSeats(booking, booking.lines), cancelBookingItem(booking, { cancelled, onlyIfNobodyIsIn: true })];
}

function journal(booking: Booking, changed: Booking, { now, isEnded }: { now: number; isEnded: boolean }): Action {
  const { event_id, booking_id, seats, state } = booking;
  const changes = {
    [booking_id]: { before: state, after: isEnded ? "cancelled" : state },
    ...(isEnded ? { seats: { before: seats.length, after: 0 } } : {}),
    refunded: { before: refundedOf(booking), after: refundedOf(changed) },
  };
  return putJournal({ subject: event_id, at: now, actor: null, action: "booking.not_charged", changes });
}

/** The version before did not state who buys: their address is read when the mail is sent. */
function mail({ mailer }: Core, { booking_id, event_id, user_id, buyer }: Booking, now: number): Action[] {
  if (!mailer || buyer?.email === null) return [];
  return [putMail({ kind: "booking-not-charged", booking_id, event_id, user_id }, now)];
}
