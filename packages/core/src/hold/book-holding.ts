import { putBooking, putBookingPointer, toBookingDate } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, tallyBooking } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import { checkTakesPlace } from "../event/event.table.ts";
import type { BookingId, SeatId } from "../ids.ts";
import { putMail } from "../mail/mail.table.ts";
import { authorizePayment } from "../payment/payment.table.ts";
import type { NextAction } from "../payment/payment.ts";
import { bookSeat } from "../seat/seat.table.ts";
import { type Action, type Outcome, transact } from "../table/transact.ts";
import { toContact } from "../user/find-contacts.ts";
import { isDeleted, markBuyer, toUser } from "../user/user.table.ts";
import type { Contact } from "../user/user.ts";
import { findHolding, hasChanged } from "./get-hold.ts";
import { isExpired } from "./hold.rules.ts";
import { confirmHolding } from "./hold.table.ts";
import type { Holding } from "./hold.ts";
import { toNetworkHold } from "./network-hold.ts";
import { clearSlot } from "./quota.table.ts";

/**
 * The result of booking a holding. `isNew` if this call booked it, so that its payment is as just written; `taken` are
 * seats that someone else has by now, empty if the holding itself changed since it was read.
 */
export type SettlementResult =
  | { state: "booked"; booking: Booking; isNew: boolean }
  | { state: "lost"; taken: SeatId[] }
  | { state: "declined"; reason: string; hold_ttl: number; attempts_left: number }
  | { state: "challenged"; next_action: NextAction };

/** How often a contact is corrected while its booking is written before the booking is left to scheduled work. */
const maxAttempts = 4;

/**
 * The confirm transition in one transaction: seats -> booked, holding -> confirmed, booking, pointer, payment ->
 * authorized, slot cleared, counted in a counter shard, and the mail to its buyer. The booking states the buyer's contact as it is when it is made:
 * one corrected since it was read is taken from the refusal. A payment authorized after the seats were no longer reserved
 * fails once the event is being cancelled: its refunds may be complete. A failed condition is trusted only after
 * reading the holding: an earlier send of ours, or scheduled work, may have caused it. Throws UNAVAILABLE if the contact
 * keeps changing, and SUSPENDED if its account is and nothing was paid.
 */
export async function bookHolding(
  core: Core,
  holding: Holding,
  buyer: Contact,
): Promise<Extract<SettlementResult, { state: "booked" | "lost" }>> {
  const booking_id = await core.ids.next("booking");
  const now = core.clock();
  let booking = describeBooking(holding, buyer, booking_id, now);
  const outcome = await countWritten(core, {
    async write() {
      const written = await writeWithContact(core, holding, buyer, { booking_id, now });
      booking = written.booking;
      return written.outcome;
    },
    isWritten: () => hasChanged(core, holding, (after) => after.booking_id === booking_id),
    count: () => countBooked(core, holding, now),
  });
  if (outcome.done) return { state: "booked", booking, isNew: true };
  const after = await findHolding(core, holding.holding_id);
  const earlier = after?.state === "confirmed" ? await findBooking(core, after.booking_id) : null;
  if (earlier) return { state: "booked", booking: earlier, isNew: false };
  const isAsRead = after?.state === holding.state && after.attempt === holding.attempt;
  const refused = new Set(outcome.failedConditions.map(({ index }) => index));
  return { state: "lost", taken: isAsRead ? booking.seats.filter((_, i) => refused.has(i)) : [] };
}

function countBooked(core: Core, holding: Holding, now: number): void {
  core.maps.note(holding.event_id, holding.lines, "booked", null);
  const held = toNetworkHold(holding);
  if (holding.total > 0) core.unpaidSeats.pay(held, now);
  else core.unpaidSeats.release(held);
}

async function writeWithContact(
  core: Core,
  holding: Holding,
  read: Contact,
  { booking_id, now }: { booking_id: BookingId; now: number },
): Promise<{ booking: Booking; outcome: Outcome }> {
  let buyer = read;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const booking = describeBooking(holding, buyer, booking_id, now);
    const isPaid = holding.state === "paying";
    const contact = markBuyer(booking.user_id, buyer, { isPaid });
    const outcome = await write(core, holding, booking, { contact, now });
    const failed = outcome.done ? [] : outcome.failedConditions;
    const user = failed.find(({ index }) => index === booking.lines.length)?.item;
    // Nobody is there to have the seats: then they are lost to the payment, whose money is returned.
    if (!user || isDeleted(user)) return { booking, outcome };
    if (!isPaid && toUser(user).suspended) throw new EventlyError("SUSPENDED", {});
    buyer = toContact(user);
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** The slot of a hold that expired long ago may belong to another hold: then it must not be cleared. */
async function write(
  core: Core,
  holding: Holding,
  booking: Booking,
  { contact, now }: { contact: Action; now: number },
): Promise<Outcome> {
  const { event_id, holding_id, payment_id } = holding;
  const { booking_id } = booking;
  const look_at = now + core.rules.GATEWAY_TIMEOUT;
  const paid = holding.state === "paying" && payment_id !== null;
  const actions = [
    ...booking.lines.map(({ seat, price }) => bookSeat({ event_id, seat_pos: seat, price, holding_id, booking_id })),
    contact,
    confirmHolding(holding, booking_id, now),
    putBooking(booking),
    putBookingPointer(booking),
    ...(isExpired(holding, now) ? [checkTakesPlace(event_id)] : []),
    ...(paid ? [authorizePayment(payment_id, { booking_id, now, look_at })] : []),
    ...mailTicket(core, booking, now),
  ];
  return core.counterShards.acquire(event_id, async (shard) => {
    const counted = [...actions, addToShard(shard, tallyBooking(booking), now)];
    const outcome = await transact(core.table, [...counted, clearSlot(holding)]);
    const onlySlot = !outcome.done && outcome.failedConditions.every(({ index }) => index === counted.length);
    return onlySlot ? transact(core.table, counted) : outcome;
  });
}

function mailTicket({ mailer }: Core, { booking_id, event_id, user_id, buyer }: Booking, now: number): Action[] {
  if (!mailer || !buyer?.email) return [];
  return [putMail({ kind: "booking-confirmed", booking_id, event_id, user_id }, now)];
}

/** A booking of these seats, confirmed. */
export function describeBooking(holding: Holding, buyer: Contact, booking_id: BookingId, now: number): Booking {
  return {
    booking_id,
    event_id: holding.event_id,
    user_id: holding.user_id,
    buyer,
    holding_id: holding.holding_id,
    seats: holding.lines.map(({ seat }) => seat),
    lines: holding.lines,
    total: holding.total,
    currency: holding.currency,
    booking_date: toBookingDate(now, booking_id),
    payment_id: holding.state === "paying" ? holding.payment_id : null,
    state: "confirmed",
    cancelled_at: null,
    refund: null,
    start_time: holding.start_time,
    cancellation_policy: holding.cancellation_policy,
    terms: holding.terms,
  };
}
