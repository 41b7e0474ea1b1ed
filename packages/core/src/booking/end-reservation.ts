import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, sumTallies, tallyCalledOff, tallyLapse } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { putJournal } from "../journal/journal.table.ts";
import { putMail } from "../mail/mail.table.ts";
import type { BookingMailKind } from "../mail/mail.ts";
import type { Action } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import type { Booking } from "./booking.ts";
import { findBooking } from "./get-booking.ts";
import { endReservationItem, type Reservation, takeAwaiting } from "./invoice.table.ts";
import { leaveSeats, noteLeft } from "./leave-seats.ts";
import { viewBooking } from "./view-booking.ts";

/** Why seats reserved on invoice are nobody's any more, and the mail that tells their buyer; null where nobody is told. */
const mails = {
  lapsed: "booking-lapsed",
  given_back: "booking-cancelled",
  event_cancelled: "event-cancelled",
  buyer_forgotten: null,
} as const satisfies Record<string, BookingMailKind | null>;

type Ending = {
  because: keyof typeof mails;
  /** Null for a job. */
  actor?: Actor | null;
  lease?: IdempotencyLease | null;
};

/**
 * awaiting_payment -> cancelled without a refund, its seats free, in one transaction. Payment by hand at the same moment: the condition on
 * the booking's state lets one of the two be written. Throws BOOKING_ALREADY_CANCELLED, BOOKING_ALREADY_PAID, SUSPENDED.
 */
export async function endReservation(
  core: Core,
  booking: Reservation,
  { because, actor = null, lease = null }: Ending,
): Promise<Booking> {
  const now = core.clock();
  const cancelled_at = toInstant(now);
  const { event_id, booking_id, lines } = booking;
  const called_off = because === "event_cancelled";
  const cancelled: Booking = { ...booking, state: "cancelled", cancelled_at, refund: { amount: 0 }, called_off };
  const tally = sumTallies(tallyLapse(booking), called_off ? tallyCalledOff(true) : {});
  const actions = [
    ...leaveSeats(booking, lines),
    endReservationItem(booking, cancelled_at, called_off),
    ...takeAwaiting(booking),
    journal(booking, { because, actor, now }),
    ...mail(core, booking, because, now),
  ];
  const recording = actor && lease ? { lease, response: { output: await viewBooking(core, actor, cancelled) } } : {};
  const isWritten = async () => (await findBooking(core, booking_id))?.cancelled_at === cancelled_at;
  const outcome = await countWritten(core, {
    write: () =>
      core.counterShards.acquire(event_id, (shard) =>
        transactFor(core.table, accountsOf(actor), [...actions, addToShard(shard, tally, now)], {
          ...{ lease: null, isInterim: true, ...recording },
        }),
      ),
    isWritten,
    count: () => noteLeft(core, booking, lines),
  });
  if (outcome.done || (outcome.ambiguous && (await isWritten()))) return cancelled;
  throw whyNotAwaiting(await findBooking(core, booking_id));
}

/** Why a booking that was to be paid for, or to be given back, does not await that. */
export function whyNotAwaiting(booking: Booking | null): EventlyError {
  switch (booking?.state) {
    case "cancelled":
      return new EventlyError("BOOKING_ALREADY_CANCELLED", {});
    case "confirmed":
      return new EventlyError("BOOKING_ALREADY_PAID", {});
    // It changed between a write and a read, or is gone.
    case "awaiting_payment":
    case undefined:
      return new EventlyError("UNAVAILABLE", {});
  }
}

function journal(
  { event_id, booking_id, seats }: Reservation,
  { because, actor, now }: { because: keyof typeof mails; actor: Actor | null; now: number },
): Action {
  const changes = {
    [booking_id]: { before: "awaiting_payment", after: "cancelled" },
    seats: { before: seats.length, after: 0 },
  };
  const action = because === "lapsed" ? "booking.lapsed" : "booking.cancelled";
  return putJournal({ subject: event_id, at: now, actor, action, changes, part: booking_id });
}

function mail(
  { mailer }: Core,
  { booking_id, event_id, user_id, buyer }: Reservation,
  because: Ending["because"],
  now: number,
): Action[] {
  const kind = mails[because];
  return mailer && kind && buyer?.email ? [putMail({ kind, booking_id, event_id, user_id }, now)] : [];
}
