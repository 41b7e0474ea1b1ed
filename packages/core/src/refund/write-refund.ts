import { refundAmountOf, refundSeatsOf } from "../booking/booking.table.ts";
import type { Booking, StoredRefund } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { leaveSeats, noteLeft } from "../booking/leave-seats.ts";
import { refundedOf } from "../booking/refunds.rules.ts";
import { viewPaidBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, tallyChange, tallyRefund } from "../counts/counts.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { putJournal } from "../journal/journal.table.ts";
import { listInParts } from "../journal/list-in-parts.ts";
import { putMail } from "../mail/mail.table.ts";
import { readPayment } from "../payment/finish-payment.ts";
import { startRefunding } from "../payment/payment.table.ts";
import type { Line } from "../seat/seat.ts";
import type { Action } from "../table/transact.ts";
import { toSeconds } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";

type Writing = {
  actor: Actor;
  lease: IdempotencyLease | null;
  booking: Booking;
  /** The booking as it is afterwards. */
  changed: Booking;
  refund: StoredRefund;
  /** The seats that it gives back. */
  returned: readonly Line[];
  now: number;
};

/**
 * The refund transition: booking with one refund more and perhaps fewer seats, seats -> available or blocked as before, payment ->
 * refunding if money goes back, counts, a line in the journal, a mail to its buyer. False if the booking was changed since it was read. A
 * lost answer that turns out to be a success is one.
 */
export async function writeRefund(core: Core, writing: Writing): Promise<boolean> {
  const { actor, lease, booking, changed, refund, returned, now } = writing;
  const { event_id, booking_id } = booking;
  const bySeats = returned.length > 0;
  const actions = [
    ...leaveSeats(booking, returned),
    bySeats ? refundSeatsOf(booking, changed) : refundAmountOf(booking, changed),
    journalRefund(writing),
    ...startRefund(core, writing),
    ...mailRefund(core, writing),
  ];
  const tally = bySeats ? tallyChange(booking, changed) : tallyRefund(booking, changed);
  const response = { output: await viewPaidBooking(core, actor, changed, await expectPayment(core, writing)) };
  const paid = await findPaid(core, writing);
  const isWritten = async () => {
    const made = (await findBooking(core, booking_id))?.refunds ?? [];
    return made.some((other) => JSON.stringify(other) === JSON.stringify(refund));
  };
  const outcome = await countWritten(core, {
    isWritten,
    write: () =>
      core.counterShards.acquire(event_id, (shard) =>
        transactFor(core.table, accountsOf(actor), [...actions, addToShard(shard, tally, now)], {
          ...{ lease, response, isInterim: true },
        }),
      ),
    count() {
      noteLeft(core, booking, returned);
      paid?.cancel();
    },
  });
  return outcome.done || (outcome.ambiguous && (await isWritten()));
}

/** Nothing goes back where a seat cost nothing, or nothing is left. */
function startRefund(core: Core, { booking: { payment_id }, refund, now }: Writing): Action[] {
  if (!payment_id || refund.amount === 0) return [];
  const { refund_id, amount } = refund;
  return [startRefunding(payment_id, { refund_id, amount }, { now, look_at: now + core.rules.GATEWAY_TIMEOUT })];
}

/** The payment as it is once this is written. */
async function expectPayment(core: Core, { booking: { payment_id }, refund }: Writing) {
  if (!payment_id) return null;
  const { state, refunds, disputes } = await readPayment(core, payment_id);
  if (refund.amount === 0) return { state, refunds, disputes };
  return { state: "refunding" as const, refunds: [...refunds, { ...refund, state: "due" as const }], disputes };
}

function journalRefund({ actor, booking, changed, refund, returned, now }: Writing): Action {
  const { event_id, booking_id } = booking;
  const seats = returned.map(({ seat }) => seat);
  const changes = {
    booking: { before: null, after: booking_id },
    ...(seats.length > 0 ? listInParts(booking_id, { before: seats, after: [] }) : {}),
    refunded: { before: refundedOf(booking), after: refundedOf(changed) },
  };
  const reason = refund.reason ?? undefined;
  const part = refund.refund_id;
  return putJournal({ subject: event_id, at: now, actor, action: "booking.refunded", changes, reason, part });
}

function mailRefund({ mailer }: Core, { booking, refund, now }: Writing): Action[] {
  const { booking_id, event_id, user_id, buyer } = booking;
  if (!mailer || buyer?.email === null) return [];
  return [putMail({ kind: "booking-refunded", booking_id, event_id, user_id, cause: refund.refund_id }, now)];
}

/** Seats that were paid for raise their network's limit no more. */
async function findPaid(core: Core, { booking, returned }: Writing) {
  const { event_id, holding_id, payment_id, booking_date } = booking;
  if (!payment_id || !holding_id || returned.length === 0) return null;
  const seats = returned.length;
  return core.unpaidSeats.findPaid({ event_id, holding_id, seats, paid_at: toSeconds(booking_date) });
}
