import { isPaidInCash } from "@evently/core/booking/booking.rules";
import type { BookingLetter } from "@evently/core/delivery/letter";
import { describeKept, describeRefund, refundWayOf } from "@evently/core/format/describe-refund";
import { describeTerms as describeSteps } from "@evently/core/format/describe-terms";
import { formatMoney } from "@evently/core/format/format-money";
import { formatWhen } from "@evently/core/format/format-span";
import { formatDateTime, formatDay } from "@evently/core/format/format-time";
import { listSellerFacts } from "@evently/core/organization/seller.rules";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import type { Content } from "./content.ts";
import { listFacts } from "./list-facts.ts";

type Words = Pick<Content, "subject" | "heading" | "paragraphs">;

/** What a letter to the buyer of a booking says. */
export function describeBooking(letter: BookingLetter, origin: string): Content {
  const { kind, booking, path, tickets } = letter;
  const { subject, heading, paragraphs } = words[kind](letter);
  return {
    subject,
    heading,
    paragraphs: [...paragraphs, ...describeState(letter)],
    facts: listFacts(letter),
    action: {
      label: booking.state === "confirmed" ? "Open your tickets" : "Open your booking",
      href: `${origin}${path}`,
    },
    notes: [
      ...describeTerms(letter),
      ...(tickets
        ? [`The attached PDF has your ${tickets.length === 1 ? "ticket" : "tickets"}, to show or to print.`]
        : []),
      `The attached calendar file ${kind === "booking-confirmed" || kind === "booking-reserved" ? "adds it to" : "updates"} your calendar.`,
    ],
    footer: describeSeller(letter),
  };
}

const words: Record<BookingLetter["kind"], (letter: BookingLetter) => Words> = {
  "booking-confirmed": ({ event, booking }) => ({
    subject: `Your ${booking.lines.length === 1 ? "ticket" : "tickets"} for ${event.name}`,
    heading: event.name,
    paragraphs: [`Your booking is confirmed${booking.total === 0 || booking.not_charged ? "." : " and paid."}`],
  }),
  "booking-reserved": (letter) => ({
    subject: `Your ${seatsOf(letter)} for ${letter.event.name}: pay by ${describeDue(letter)}`,
    heading: letter.event.name,
    paragraphs: describePayment(letter),
  }),
  "booking-lapsed": (letter) => ({
    subject: `Your reservation for ${letter.event.name} has lapsed`,
    heading: "Your reservation has lapsed",
    paragraphs: [
      `Your ${seatsOf(letter)} for ${letter.event.name} had to be paid by ${describeDue(letter)}, and no payment was noted by then. ` +
        "Anybody can buy them again. You owe nothing.",
      describeSellerContact(letter, "If you have paid, tell the seller"),
    ],
  }),
  "booking-changed": ({ event, booking }) => ({
    subject: `Your ${booking.lines.length === 1 ? "seat" : "seats"} for ${event.name} changed`,
    heading: event.name,
    paragraphs: ["The box office changed the seats of your booking. These are the ones that you have now."],
  }),
  "booking-refunded": (letter) => ({
    subject: nameRefund(letter),
    heading: letter.refund?.amount ? "You get money back" : letter.event.name,
    paragraphs: describePartRefund(letter),
  }),
  "booking-not-charged": (letter) => ({
    subject: `Your payment for ${letter.event.name} could not be taken`,
    heading: "Your payment could not be taken",
    paragraphs: describeNotCharged(letter),
  }),
  "booking-cancelled": (letter) => ({
    subject: `Your booking for ${letter.event.name} is cancelled`,
    heading: "Your booking is cancelled",
    paragraphs: [
      `Your seats for ${letter.event.name} are given back.`,
      ...describeReturned(letter),
      ...describeReason(letter),
    ],
  }),
  "event-changed": (letter) => ({
    subject: `${letter.event.name}: ${nameChange(letter)}`,
    heading: letter.event.name,
    paragraphs: [`The organizer has changed this event: ${nameChange(letter)}. ${describeStay(letter)}`],
  }),
  "event-cancelled": (letter) => ({
    subject: `${letter.event.name} is cancelled`,
    heading: `${letter.event.name} is cancelled`,
    paragraphs: ["The organizer has cancelled this event.", ...describeReturned(letter)],
  }),
  reminder: ({ event }) => ({
    subject: `Reminder: ${event.name}, ${formatWhen(event)}`,
    heading: event.name,
    paragraphs: ["It begins within a day. This is where you have to be, and when."],
  }),
};

/** A reservation on invoice may have to be paid earlier. */
const describeStay = ({ booking }: BookingLetter): string =>
  booking.state === "awaiting_payment"
    ? "Your reservation stays. If its payment is due earlier now, another mail says so."
    : "Your booking stays as it is.";

/** "a new date or time and a new address". */
function nameChange({ changes }: BookingLetter): string {
  const named = [
    ...(changes.includes("start_time") ? ["a new date or time"] : []),
    ...(changes.includes("doors_time") && !changes.includes("start_time") ? ["another time of the doors"] : []),
    ...(changes.includes("address") ? ["a new address"] : []),
  ];
  return new Intl.ListFormat("en-GB").format(named);
}

const seatsOf = ({ booking: { lines } }: BookingLetter): string => (lines.length === 1 ? "seat" : "seats");

const describeDue = ({ event, booking: { due_at } }: BookingLetter): string =>
  due_at === undefined ? "" : formatDateTime(due_at, event.timezone);

/** How to pay for what is reserved, as long as it is. */
function describePayment(letter: BookingLetter): string[] {
  const { booking } = letter;
  const [are, were] = booking.lines.length === 1 ? ["is", "was"] : ["are", "were"];
  const describe = (verb: string) => `Your ${seatsOf(letter)} ${verb} reserved.`;
  if (booking.state !== "awaiting_payment") return [describe(were)];
  const earlier = letter.changes.includes("start_time");
  return [
    ...(earlier
      ? ["The event was moved to an earlier date or time, so your payment is due earlier than we wrote before."]
      : []),
    `${describe(are)} Pay ${formatMoney(booking.total, booking.currency)} to the seller by ${describeDue(letter)}, and name ${booking.booking_id}.`,
    describeSellerContact(letter, "The seller tells you how to pay"),
    "You get your tickets once the seller has noted your payment. Without it the reservation lapses by itself, and costs nothing.",
  ];
}

/** "…: Lincoln Concerts, Inc., box-office@concerts.example." */
function describeSellerContact({ event: { seller } }: BookingLetter, before: string): string {
  const contact = seller && [seller.legal_name ?? seller.name, seller.contact_email ?? seller.address].filter(Boolean);
  return contact ? `${before}: ${contact.join(", ")}.` : `${before}.`;
}

/** What comes back of a cancelled booking's price, and what does not. */
function describeReturned({ booking }: BookingLetter): string[] {
  const { total: paid, refund, refunded, currency } = booking;
  if (booking.due_at !== undefined && booking.paid_at === undefined)
    return ["It was not paid yet, so you owe nothing and nothing has to be refunded."];
  if (paid === 0) return ["It was free, so nothing has to be refunded."];
  if (booking.not_charged) return ["Nothing was paid, so nothing has to be refunded."];
  const kept = describeKept({ paid, refunded, currency });
  return [...(refund ? [describeWay(booking, refund)] : []), ...(kept ? [kept] : [])];
}

/** A seat that was free gives nothing back. */
const nameRefund = ({ booking, event, refund }: BookingLetter): string =>
  refund?.amount
    ? `Your refund of ${formatMoney(refund.amount, booking.currency)} for ${event.name}`
    : `Your seats for ${event.name} changed`;

/** What comes back of a booking that stays, for which seats or none, and why. */
function describePartRefund(letter: BookingLetter): string[] {
  const { booking, refund } = letter;
  if (!refund) return [];
  const { amount, seats } = refund;
  const gone = nameSeats(seats);
  return [
    ...(amount > 0 ? [describeWay(booking, amount)] : []),
    seats.length > 0
      ? `It is for ${gone}: ${seats.length === 1 ? "that ticket lets" : "those tickets let"} nobody in any more.`
      : "Your seats and tickets stay as they are.",
    ...describeReason(letter),
  ];
}

/** Whoever went in already keeps the seats. */
function describeNotCharged(letter: BookingLetter): string[] {
  const nothing = `Your bank did not release the ${formatMoney(letter.booking.total, letter.booking.currency)} for ${letter.event.name}. No money was taken.`;
  if (letter.booking.state === "confirmed")
    return [
      nothing,
      "Your tickets were used already, so your booking stays. It is not paid.",
      describeSellerContact(letter, "The seller tells you whether and how to pay"),
    ];
  return [nothing, "Your booking is cancelled."];
}

const describeReason = ({ refund }: BookingLetter): string[] => (refund?.reason ? [`Reason: ${refund.reason}`] : []);

const describeWay = (booking: BookingLetter["booking"], amount: number): string =>
  describeRefund({ amount, currency: booking.currency, way: refundWayOf(booking) }, true);

const saysItEnded = new Set<BookingLetter["kind"]>([
  ...(["booking-cancelled", "booking-not-charged", "event-cancelled", "booking-lapsed"] as const),
]);

/** What has happened since the mail was caused. */
function describeState({ kind, event, booking }: BookingLetter): string[] {
  if (saysItEnded.has(kind)) return [];
  if (event.cancelled_at !== null) return ["The event has been cancelled since."];
  if (booking.state === "cancelled") return ["Your booking has been cancelled since."];
  return kind === "booking-reserved" && booking.state === "confirmed" ? ["It has been paid since."] : [];
}

/** Who sells, and the terms that were accepted, which may be others by now. */
function describeSeller({ event: { seller, timezone }, booking: { terms } }: BookingLetter): string[] {
  const known = seller ? listSellerFacts({ ...seller, terms_url: null }) : [];
  const facts = known.map(({ label, value }) => `${label}: ${value}`);
  if (!terms) return facts;
  return [...facts, `Terms that you accepted, as of ${formatDay(terms.version, timezone)}: ${terms.url}`];
}

function describeTerms({ booking, event }: BookingLetter): string[] {
  if (booking.state === "cancelled" || event.cancelled_at !== null) return [];
  if (booking.state === "awaiting_payment") return ["You can cancel the reservation at any time until then."];
  if (isPaidInCash(booking)) return ["You paid in cash: cancel at the box office."];
  if (booking.paid_at !== undefined) return ["You paid on invoice: to cancel, ask the seller, who pays it back."];
  if (booking.refund_steps.length === 0) return ["This booking can’t be cancelled."];
  const steps = booking.refund_steps.map((step) => ({ ...step, end: formatDateTime(step.until, event.timezone) }));
  return [describeSteps(steps, booking)];
}
