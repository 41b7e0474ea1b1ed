import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, sumTallies, tallyCalledOff, tallyCancellation } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import { findEvent } from "../event/find-event.ts";
import { findSeller } from "../event/find-seller.ts";
import { getLayoutOf } from "../event/get-layout.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { BookingId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { putMail } from "../mail/mail.table.ts";
import { may } from "../organization/may.ts";
import { callOffPayment } from "../payment/call-off-payment.ts";
import { findPayment, tryFinishPayment } from "../payment/finish-payment.ts";
import { startRefunding } from "../payment/payment.table.ts";
import type { Action } from "../table/transact.ts";
import { toInstant, toSeconds } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { isAnyoneIn, isCalledOff, isPaidInCash, isPaidToSeller, refundIfCancelled } from "./booking.rules.ts";
import { cancelBookingItem } from "./booking.table.ts";
import type { Booking, BookingView } from "./booking.ts";
import { endReservation } from "./end-reservation.ts";
import { findBooking, getVisibleBooking } from "./get-booking.ts";
import { leaveSeats, noteLeft } from "./leave-seats.ts";
import { leftOf, nextRefundId, refundedOf, withRefund } from "./refunds.rules.ts";
import { showBooking, viewBooking } from "./view-booking.ts";

/**
 * Puts the seats back on sale, those that the house had kept back into its block, and gives the buyer back what `refundIfCancelled` says.
 * Throws BOOKING_NOT_FOUND, BOOKING_ALREADY_CANCELLED, BOOKING_ALREADY_PAID for what awaited payment until a moment ago, and
 * CANCELLATION_CLOSED for a buyer whose policy does not allow it any more, or who paid the seller, and REFUND_CHANGED where less than
 * what they were `shown`, in the minor unit, would come back.
 */
export async function cancelBooking(
  core: Core,
  actor: Actor,
  { booking_id }: { booking_id: BookingId },
  lease: IdempotencyLease | null = null,
  shown = 0,
): Promise<BookingView> {
  return cancelFound(core, actor, await getVisibleBooking(core, actor, booking_id), lease, shown);
}

/** The same for a booking that `actor` was found to see. */
export async function cancelFound(
  core: Core,
  actor: Actor,
  booking: Booking,
  lease: IdempotencyLease | null = null,
  shown = 0,
): Promise<BookingView> {
  const event = await findEvent(core.table, booking.event_id);
  if (!event) throw new EventlyError("BOOKING_NOT_FOUND", {});
  if (lease?.begun) return viewBooking(core, actor, booking);
  if (booking.state === "cancelled") throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
  if (booking.state === "awaiting_payment") {
    const because = isCalledOff(event) ? "event_cancelled" : "given_back";
    return viewBooking(core, actor, await endReservation(core, booking, { because, actor, lease }));
  }
  const amountOf = (current: Booking): number => {
    const amount = refundIfCancelled(current, event, actor, core.clock());
    if (amount === null)
      throw new EventlyError("CANCELLATION_CLOSED", {}, isPaidToSeller(current) ? sellerText(current) : undefined);
    if (amount < shown) throw new EventlyError("REFUND_CHANGED", { refund: amount });
    return amount;
  };
  const onlyIfNobodyIsIn = !isCalledOff(event) && !may(actor, event, "box_office");
  const refunding = { actor, lease, isCalledOff: isCalledOff(event), onlyIfNobodyIsIn, amountOf };
  return viewBooking(core, actor, await cancelAndRefund(core, booking, refunding));
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
  /** How much of a confirmed booking is given back, in the minor unit: all that is left unless stated. */
  amountOf?: (booking: Booking) => number;
  /** Why its last seats are refunded; null where it is cancelled. */
  reason?: string | null;
  /** What the gateway calls the refund, if it has made it already. */
  refund_id?: string | undefined;
};

/**
 * The cancel transition: booking -> cancelled, seats -> available or blocked as before, payment -> refunding if something is given
 * back, a mail to its buyer, and a line in the journal if somebody decided it: what a called-off event gives back was decided there. A
 * booking that was changed since it was read is read again. Throws BOOKING_ALREADY_CANCELLED, CANCELLATION_CLOSED if somebody went in
 * meanwhile, and what `amountOf` throws.
 */
export async function cancelAndRefund(core: Core, booking: Booking, refunding: Refunding): Promise<Booking> {
  const { actor = null, lease = null, isCalledOff, onlyIfNobodyIsIn = false, amountOf = leftOf } = refunding;
  const now = core.clock();
  const { event_id, booking_id, payment_id, lines } = booking;
  const cancelled = describeCancelled(booking, amountOf(booking), refunding, now);
  const response = { output: await showCancelled(core, cancelled) };
  const refund = await startRefund(core, cancelled, now);
  const tally = sumTallies(tallyCancellation(booking, cancelled), isCalledOff ? tallyCalledOff(refund.isRefunded) : {});
  const actions = [
    ...leaveSeats(booking, lines),
    cancelBookingItem(booking, { cancelled, onlyIfNobodyIsIn }),
    ...(actor ? [journalCancellation(booking, cancelled, actor, now)] : []),
    ...refund.actions,
    ...mailCancellation(core, booking, isCalledOff, now),
  ];
  const paid = actor ? await findPaid(core, booking) : null;
  const isWritten = async () => (await findBooking(core, booking_id))?.cancelled_at === cancelled.cancelled_at;
  const write = () =>
    core.counterShards.acquire(event_id, (shard) => {
      const counted = [...actions, addToShard(shard, tally, now)];
      return transactFor(core.table, accountsOf(actor), counted, { lease, response, isInterim: true });
    });
  const count = () => {
    noteLeft(core, booking, lines);
    paid?.cancel();
  };
  const outcome = await countWritten(core, { write, isWritten, count });
  if (!outcome.done && !(outcome.ambiguous && (await isWritten())))
    return cancelAndRefund(core, await readChanged(core, booking, refunding, refund), refunding);
  if (payment_id) await tryFinishPayment(core, payment_id);
  return cancelled;
}

type Cancelled = Extract<Booking, { state: "cancelled" }>;

/** Nothing is listed as given back where nothing is. */
function describeCancelled(booking: Booking, amount: number, refunding: Refunding, now: number): Cancelled {
  const { reason = null, isCalledOff: called_off, refund_id = nextRefundId(booking) } = refunding;
  const at = toInstant(now);
  const refund = { refund_id, amount, seats: booking.seats, reason, at };
  const given = amount > 0 ? withRefund(booking, refund) : { refunded: refundedOf(booking) };
  return { ...booking, ...given, state: "cancelled", cancelled_at: at, refund: { amount }, called_off };
}

/** What becomes of its payment; of an event that is called off it matters whether anything is on its way back. */
async function startRefund(core: Core, { payment_id, refund, refunds = [], called_off }: Cancelled, now: number) {
  const refund_id = refunds.at(-1)?.refund_id;
  const owed = payment_id && refund.amount > 0 && refund_id ? { refund_id, amount: refund.amount } : null;
  if (called_off) return callOffPayment(core, payment_id, owed);
  if (!payment_id || !owed) return { actions: [], isRefunded: true };
  const look_at = now + core.rules.GATEWAY_TIMEOUT;
  return { actions: [startRefunding(payment_id, owed, { now, look_at })], isRefunded: false };
}

/** A booking that others changed since it was read. Throws what a refund of it throws. */
async function readChanged(
  core: Core,
  booking: Booking,
  { isCalledOff, onlyIfNobodyIsIn = false }: Refunding,
  read: { isRefunded: boolean },
): Promise<Booking> {
  const current = await findBooking(core, booking.booking_id);
  if (current?.state !== "confirmed") throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
  if (onlyIfNobodyIsIn && isAnyoneIn(current)) throw new EventlyError("CANCELLATION_CLOSED", {});
  const isSame =
    current.changes === booking.changes &&
    current.admissions === booking.admissions &&
    current.refunded === booking.refunded &&
    !(isCalledOff && leftOf(current) === 0 && (await isOnItsWay(core, booking)) === read.isRefunded);
  if (isSame) throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
  return current;
}

/** Whether the gateway still owes a refund of it. */
const isOnItsWay = async (core: Core, { payment_id }: Booking): Promise<boolean> =>
  payment_id !== null && (await findPayment(core, payment_id))?.state === "refunding";

/** What is answered once it is written, also where nobody waits for the answer any more: with the money on its way. */
async function showCancelled(core: Core, cancelled: Cancelled): Promise<BookingView> {
  const event = await core.events.find(cancelled.event_id);
  const [layout, seller] = await Promise.all([getLayoutOf(core, cancelled.event_id), event && findSeller(core, event)]);
  const { payment_id, refund, refunds = [] } = cancelled;
  const due = refund.amount > 0 ? refunds.slice(-1).map((made) => ({ ...made, state: "due" as const })) : [];
  const payment = payment_id
    ? { state: due.length > 0 ? ("refunding" as const) : ("captured" as const), refunds: due }
    : null;
  return showBooking(cancelled, { layout, seller }, payment);
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

function journalCancellation(booking: Booking, { refund, refunds }: Cancelled, actor: Actor, at: number): Action {
  const { event_id, booking_id, seats } = booking;
  const changes = {
    [booking_id]: { before: "confirmed", after: "cancelled" },
    seats: { before: seats.length, after: 0 },
    refund: { before: 0, after: refund.amount },
  };
  const reason = refund.amount > 0 ? (refunds?.at(-1)?.reason ?? undefined) : undefined;
  return putJournal({ subject: event_id, at, actor, action: "booking.cancelled", changes, reason });
}
