import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, tallyCancellation } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import { findEvent } from "../event/find-event.ts";
import { findSeller } from "../event/find-seller.ts";
import { getLayoutOf } from "../event/get-layout.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { BookingId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { putMail } from "../mail/mail.table.ts";
import { may } from "../organization/may.ts";
import { tryFinishPayment } from "../payment/finish-payment.ts";
import { nameRefund, startRefunding } from "../payment/payment.table.ts";
import type { Action } from "../table/transact.ts";
import { toInstant, toSeconds } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { isAnyoneIn, isCancellable, isPaidInCash, isPaidToSeller } from "./booking.rules.ts";
import { cancelBookingItem } from "./booking.table.ts";
import type { Booking, BookingView } from "./booking.ts";
import { endReservation } from "./end-reservation.ts";
import { findBooking, getVisibleBooking } from "./get-booking.ts";
import { leaveSeats, noteLeft } from "./leave-seats.ts";
import { statusWithoutPayment } from "./read-payment-statuses.ts";
import { showBooking, viewBooking } from "./view-booking.ts";

/**
 * Puts the seats back on sale, those that the house had kept back into its block, and refunds the buyer in full. Throws BOOKING_NOT_FOUND, BOOKING_ALREADY_CANCELLED, BOOKING_ALREADY_PAID for what
 * awaited payment until a moment ago, and CANCELLATION_CLOSED for a buyer whose policy does not allow it any more, or who paid the seller.
 */
export async function cancelBooking(
  core: Core,
  actor: Actor,
  { booking_id }: { booking_id: BookingId },
  lease: IdempotencyLease | null = null,
): Promise<BookingView> {
  return cancelFound(core, actor, await getVisibleBooking(core, actor, booking_id), lease);
}

/** The same for a booking that `actor` was found to see. */
export async function cancelFound(
  core: Core,
  actor: Actor,
  booking: Booking,
  lease: IdempotencyLease | null = null,
): Promise<BookingView> {
  const event = await findEvent(core.table, booking.event_id);
  if (!event) throw new EventlyError("BOOKING_NOT_FOUND", {});
  if (lease?.begun) return viewBooking(core, actor, booking);
  if (booking.state === "cancelled") throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
  const isCalledOff = event.status === "cancelling" || event.status === "cancelled";
  if (booking.state === "awaiting_payment") {
    const because = isCalledOff ? "event_cancelled" : "given_back";
    return viewBooking(core, actor, await endReservation(core, booking, { because, actor, lease }));
  }
  if (!isCancellable(booking, event, actor, core.clock()))
    throw new EventlyError("CANCELLATION_CLOSED", {}, isPaidToSeller(booking) ? sellerText(booking) : undefined);
  const onlyIfNobodyIsIn = !isCalledOff && !may(actor, event, "box_office");
  return viewBooking(core, actor, await refundBooking(core, booking, { actor, lease, isCalledOff, onlyIfNobodyIsIn }));
}

const sellerText = (booking: Booking): string =>
  isPaidInCash(booking)
    ? "It was paid in cash: cancel it at the box office, which pays it back."
    : "It was paid on invoice: its seller cancels it, and pays it back.";

type Refunding = {
  /** Null for a job. */
  actor?: Actor | null;
  lease?: IdempotencyLease | null;
  /** The event itself is: then its buyer is told that. */
  isCalledOff: boolean;
  /** Its buyer asks, who may not give back what somebody went in with. */
  onlyIfNobodyIsIn?: boolean;
};

/**
 * The cancel transition: booking -> cancelled, seats -> available or blocked as before, payment -> refunding, a mail to its buyer, and a line
 * in the journal if somebody decided it: what a called-off event gives back was decided there. A booking whose seats were
 * changed since it was read is read again. Throws BOOKING_ALREADY_CANCELLED, and CANCELLATION_CLOSED if somebody went in meanwhile.
 */
export async function refundBooking(
  core: Core,
  booking: Booking,
  { actor = null, lease = null, isCalledOff, onlyIfNobodyIsIn = false }: Refunding,
): Promise<Booking> {
  const now = core.clock();
  const cancelled_at = toInstant(now);
  const { event_id, booking_id, payment_id, lines, total } = booking;
  const cancelled: Booking = { ...booking, state: "cancelled", cancelled_at, refund: { amount: total } };
  const response = { output: await showCancelled(core, cancelled) };
  const actions = [
    ...leaveSeats(booking, lines),
    cancelBookingItem(booking, { cancelled_at, amount: total, onlyIfNobodyIsIn }),
    ...(actor ? [journalCancellation(booking, actor, now)] : []),
    ...startRefund(core, booking, now),
    ...mailCancellation(core, booking, isCalledOff, now),
  ];
  const paid = actor ? await findPaid(core, booking) : null;
  const isWritten = async () => (await findBooking(core, booking_id))?.cancelled_at === cancelled_at;
  const write = () =>
    core.counterShards.acquire(event_id, (shard) => {
      const counted = [...actions, addToShard(shard, tallyCancellation(booking), now)];
      return transactFor(core.table, accountsOf(actor), counted, { lease, response, isInterim: true });
    });
  const count = () => {
    noteLeft(core, booking, lines);
    paid?.cancel();
  };
  const outcome = await countWritten(core, { write, isWritten, count });
  if (!outcome.done && !(outcome.ambiguous && (await isWritten())))
    return refundBooking(core, await readChanged(core, booking, onlyIfNobodyIsIn), {
      actor,
      lease,
      isCalledOff,
      onlyIfNobodyIsIn,
    });
  if (payment_id) await tryFinishPayment(core, payment_id);
  return cancelled;
}

function startRefund(core: Core, { payment_id, total }: Booking, now: number): Action[] {
  if (!payment_id) return [];
  const refund = { refund_id: nameRefund(payment_id, 1), amount: total };
  return [startRefunding(payment_id, refund, { now, look_at: now + core.rules.GATEWAY_TIMEOUT })];
}

/** A booking that others changed since it was read. Throws what a refund of it throws. */
async function readChanged(core: Core, booking: Booking, onlyIfNobodyIsIn: boolean): Promise<Booking> {
  const current = await findBooking(core, booking.booking_id);
  if (current?.state !== "confirmed") throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
  if (onlyIfNobodyIsIn && isAnyoneIn(current)) throw new EventlyError("CANCELLATION_CLOSED", {});
  const isSame = current.changes === booking.changes && current.admissions === booking.admissions;
  if (isSame) throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
  return current;
}

/** What is answered once it is written, also where nobody waits for the answer any more. */
async function showCancelled(core: Core, cancelled: Booking): Promise<BookingView> {
  const event = await core.events.find(cancelled.event_id);
  const [layout, seller] = await Promise.all([getLayoutOf(core, cancelled.event_id), event && findSeller(core, event)]);
  return showBooking(
    cancelled,
    { layout, seller },
    cancelled.payment_id ? "refunding" : statusWithoutPayment(cancelled),
  );
}

/** The version before did not state who buys: their address is read when the mail is sent. */
function mailCancellation({ mailer }: Core, booking: Booking, isCalledOff: boolean, now: number): Action[] {
  const { booking_id, event_id, user_id, buyer } = booking;
  if (!mailer || buyer?.email === null) return [];
  return [putMail({ kind: isCalledOff ? "event-cancelled" : "booking-cancelled", booking_id, event_id, user_id }, now)];
}

async function findPaid(core: Core, { event_id, holding_id, payment_id, seats, booking_date }: Booking) {
  if (!payment_id || !holding_id) return null;
  return core.unpaidSeats.findPaid({ event_id, holding_id, seats: seats.length, paid_at: toSeconds(booking_date) });
}

function journalCancellation({ event_id, booking_id, seats, total }: Booking, actor: Actor, at: number): Action {
  const changes = {
    [booking_id]: { before: "confirmed", after: "cancelled" },
    seats: { before: seats.length, after: 0 },
    refund: { before: 0, after: total },
  };
  return putJournal({ subject: event_id, at, actor, action: "booking.cancelled", changes });
}
