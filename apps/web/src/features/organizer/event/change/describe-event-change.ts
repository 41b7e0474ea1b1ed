import type { EventAnalytics } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import { freeCancellation } from "@evently/core/event/limits.rules";
import { formatDateTime } from "@evently/core/format/format-time";
import type { Venue } from "@evently/core/venue";
import { formatCount } from "~/ui/format/format-count";
import type { EventChanges } from "./list-event-changes";

type Sold = Pick<EventAnalytics, "seats_held" | "total_bookings" | "total_cancellations">;
export type NewVenue = Pick<Venue, "name" | "timezone" | "seat_count">;
/** Null while it is not known. */
export type Buyers = { bookings: number; without_address: number } | null;

const days = freeCancellation / 86_400;

/** What a change does to buyers, seats and money, most important first; empty where nothing needs to be asked. */
export function describeEventChange(
  { event, venue, sendsMail }: { event: EventPage; venue: NewVenue; sendsMail: boolean },
  changes: EventChanges,
  sold: Sold,
  buyers: Buyers,
): string[] {
  if (event.status === "draft" && changes.venue_id) return describeNewVenue(event, venue, changes);
  if (event.status === "draft") return describeMap(event, changes);
  return [
    ...(changes.start_time ? describeMove(event, changes.start_time, { buyers, sendsMail }) : []),
    ...(changes.seat_type_prices ? describePrices(sold) : []),
    ...("sales_end" in changes || changes.sales_start
      ? ["Open pages follow the new sale window within seconds. What is held already can still be paid."]
      : []),
    ...(changes.cancellation_policy === undefined
      ? []
      : ["Who has booked already keeps what applied then; the new rule is for seats held from now on."]),
    ...describeMap(event, changes),
  ];
}

/** A map belongs to its address. */
const describeMap = ({ map_url }: EventPage, changes: EventChanges): string[] =>
  map_url && "address" in changes && !("map_url" in changes)
    ? ["The map link of the old address is removed. Enter another one if there is a map of the new address."]
    : [];

/** Nobody has seen, held or booked a seat of a draft. */
function describeNewVenue(event: EventPage, venue: NewVenue, { start_time = event.start_time }: EventChanges) {
  return [
    `${count(event.seat_count, "seat")} of ${event.venue_name} ${event.seat_count === 1 ? "is" : "are"} removed from the event, and ${count(venue.seat_count, "seat")} of ${venue.name} copied. Nothing of it was sold.`,
    "The event can be published once all of them are there.",
    ...(venue.timezone === event.timezone
      ? []
      : [
          `It begins on ${formatDateTime(start_time, venue.timezone)} there, which is ${formatDateTime(start_time, event.timezone)} in the time zone of ${event.venue_name}.`,
        ]),
  ];
}

type Reach = { buyers: Buyers; sendsMail: boolean };

function describeMove({ timezone }: EventPage, start_time: string, { buyers, sendsMail }: Reach): string[] {
  const moved = `The event moves to ${formatDateTime(start_time, timezone)}.`;
  if (buyers === null) return [moved, "How many have booked the old date could not be read."];
  if (buyers.bookings === 0) return [moved, "Nobody has booked yet."];
  const { bookings, without_address } = buyers;
  return [
    moved,
    `${count(bookings, "booking")} of the old date ${bookings === 1 ? "stays" : "stay"} valid for the new one. Who booked may cancel free of charge for ${days} days, at most until the event begins.`,
    sendsMail
      ? "Buyers are told by mail."
      : "No mail is sent here: buyers see the new date on their booking page, so write to them as well.",
    without_address === 0
      ? "Every buyer left an e-mail address."
      : `${count(without_address, "buyer")} left no e-mail address and can only see it on their booking page.`,
  ];
}

function describePrices({ seats_held, total_bookings, total_cancellations }: Sold): string[] {
  const bookings = total_bookings - total_cancellations;
  return [
    "The new prices apply to seats held from now on.",
    seats_held > 0
      ? `${count(seats_held, "seat")} held right now ${seats_held === 1 ? "keeps its price" : "keep their price"} until paid or let go.`
      : "No seat is held right now.",
    bookings > 0
      ? `${count(bookings, "booking")} ${bookings === 1 ? "keeps its price" : "keep their price"}.`
      : "Nothing is booked yet.",
  ];
}

const count = (n: number, noun: string) => `${formatCount(n)} ${noun}${n === 1 ? "" : "s"}`;
