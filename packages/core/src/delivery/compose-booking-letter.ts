import { movedFrom, refundStepsOf, showCancellableUntil } from "../booking/booking.rules.ts";
import type { Booking } from "../booking/booking.ts";
import { linkOf } from "../booking/booking-link.ts";
import { findBooking } from "../booking/get-booking.ts";
import { showInvoice } from "../booking/invoice.rules.ts";
import { shareOf } from "../booking/refund-steps.rules.ts";
import { refundedOf } from "../booking/refunds.rules.ts";
import { notCharged } from "../booking/settle-payment.ts";
import type { Core } from "../core.ts";
import { endTime } from "../event/event.rules.ts";
import { type StoredEvent, toEventText } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import { findSeller } from "../event/find-seller.ts";
import { labelLines } from "../layout/layouts.ts";
import type { BookingMail } from "../mail/mail.ts";
import { ownerOf } from "../organization/may.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { viewTickets } from "../ticket/view-tickets.ts";
import { toInstant, toSeconds } from "../time.ts";
import { toContact } from "../user/find-contacts.ts";
import { isDeleted } from "../user/user.table.ts";
import { toVersions } from "../user/versions.ts";
import type { BookingLetter, LetterBooking, LetterEvent } from "./letter.ts";
import type { Composed } from "./mailer.ts";

/**
 * The letter of a mail about a booking, from the records as they are now; null if it has become pointless, or its buyer
 * has no address any more. Throws UNAVAILABLE.
 */
export async function composeBookingLetter(core: Core, mail: BookingMail): Promise<Composed | null> {
  const { kind, event_id, changes = [] } = mail;
  const [booking, event, item] = await Promise.all([
    findBooking(core, mail.booking_id),
    findEvent(core.table, event_id),
    readItem(core.table, keys.eventText(event_id)),
  ]);
  if (!booking || !event || (kind === "reminder" && !isAhead(booking, event, core.clock()))) return null;
  const user = await readItem(core.table, keys.user(booking.user_id));
  const { email } = booking.buyer ?? toContact(user);
  if (email === null || isDeleted(user)) return null;
  const letter: BookingLetter = {
    ...{ kind, changes },
    path: linkOf(core.linkKeys, booking, toVersions(user)),
    event: { ...describeEvent(event), ...pickFacts(toEventText(item)), seller: await findSeller(core, event) },
    booking: await describeBooking(core, booking, event),
    ...(await describeRefund(core, mail, booking, event)),
    ...(takesPlaceFor(booking, event) ? { tickets: await viewTickets(core, booking, event) } : {}),
  };
  const isVerified = user?.verified_at !== undefined && user.email === email;
  const seller = ownerOf(event);
  // How many bookings an event-wide mail goes to was bounded when they were made.
  const isOwn = kind === "booking-confirmed" || kind === "booking-changed" || kind === "booking-refunded";
  const isNamed = booking.counter !== undefined && isOwn;
  return {
    to: email,
    toAdmin: user?.role === "admin",
    letter,
    shares: isVerified ? [] : [{ email, seller }, ...(isNamed ? [{ email: null, seller }] : [])],
  };
}

/** Whether somebody who has the booking will still go there. */
function isAhead(booking: Booking, event: StoredEvent, now: number): boolean {
  return takesPlaceFor(booking, event) && now < toSeconds(event.start_time);
}

const takesPlaceFor = (booking: Booking, { status }: StoredEvent): boolean =>
  booking.state === "confirmed" && (status === "published" || status === "paused");

function describeEvent(event: StoredEvent): Omit<LetterEvent, "seller"> {
  const { event_id, name, start_time, duration, timezone, venue_name, city, status, revision } = event;
  return {
    ...{ event_id, name, start_time, duration, timezone, venue_name, city, status, revision },
    end_time: endTime(event),
    cancelled_at: event.cancelling_since ?? null,
  };
}

const pickFacts = ({ address, map_url, doors_time, min_age }: ReturnType<typeof toEventText>) => ({
  ...(address === undefined ? {} : { address }),
  ...(map_url === undefined ? {} : { map_url }),
  ...(doors_time === undefined ? {} : { doors_time }),
  ...(min_age === undefined ? {} : { min_age }),
});

/** None before it is paid for, once it is cancelled or somebody went in, nor of an event that is called off, which returns everything. */
function listSteps(booking: Booking, event: StoredEvent, now: number): LetterBooking["refund_steps"] {
  if (booking.state === "awaiting_payment" || showCancellableUntil(booking, event, now) === null) return [];
  const ahead = refundStepsOf(booking, event).filter(({ until }) => now < until);
  return ahead.map(({ until, percent }) => ({
    until: toInstant(until),
    percent,
    refund: shareOf({ ...booking, refunded: refundedOf(booking) }, percent),
  }));
}

async function describeBooking(core: Core, booking: Booking, event: StoredEvent): Promise<LetterBooking> {
  const { booking_id, booking_date, total, currency, state, cancelled_at, refund, terms } = booking;
  return {
    ...{ booking_id, booking_date, total, currency, state, cancelled_at, terms },
    lines: labelLines(await core.layouts.get(event.layout_id), booking.lines),
    ...{ refund: refund?.amount ?? null, refunded: refundedOf(booking) },
    not_charged: await isNotCharged(core, booking),
    refund_steps: listSteps(booking, event, core.clock()),
    moved_from: movedFrom(booking, event),
    ...(booking.counter ? { counter: booking.counter } : {}),
    ...(booking.changes ? { changes: booking.changes } : {}),
    ...showInvoice(booking),
  };
}

/** Its payment says so, which is read where the booking does too: a refund's reason is what anybody at the box office typed. */
async function isNotCharged(core: Core, { payment_id, refunds = [] }: Booking): Promise<boolean> {
  if (payment_id === null || !refunds.some(({ reason }) => reason === notCharged)) return false;
  return (await findPayment(core, payment_id))?.state === "voided";
}

/** What caused a mail of a refund is its id; one of the last seats is what cancelled the booking. */
async function describeRefund(core: Core, { kind, cause }: BookingMail, booking: Booking, event: StoredEvent) {
  const refund = booking.refunds?.find(({ refund_id, at, reason }) =>
    kind === "booking-cancelled" ? reason !== null && at === booking.cancelled_at : refund_id === cause,
  );
  if (!refund || (kind !== "booking-refunded" && kind !== "booking-cancelled")) return {};
  const { labelOf } = await core.layouts.get(event.layout_id);
  return { refund: { amount: refund.amount, seats: refund.seats.map(labelOf), reason: refund.reason } };
}
