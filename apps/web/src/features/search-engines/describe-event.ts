import type { EventPage } from "@evently/core/event";
import { saleState } from "@evently/core/event/event.rules";
import { mostListedArtists } from "@evently/core/event/limits.rules";
import { minorDigits } from "@evently/core/money/money.rules";
import { toZonedInstant } from "~/ui/format/to-zoned-instant";

type Described = Omit<EventPage, "counts">;

/** Where the event's page and its picture are. */
type Addresses = { page: string; image: string };

const vocabulary = "https://schema.org/";

/** The event in the words of schema.org, for search engines. What nobody stated is left out. `now` in epoch seconds. */
export function describeEvent(event: Described, { page, image }: Addresses, now: number) {
  const { name, timezone, artists, min_age, doors_time } = event;
  const offers = describeOffers(event, page, now);
  const localTime = (instant: string) => toZonedInstant(instant, timezone);
  return {
    "@context": vocabulary.slice(0, -1),
    "@type": "Event",
    "@id": page,
    url: page,
    name,
    ...(event.description && { description: event.description }),
    image: [image],
    startDate: localTime(event.start_time),
    endDate: localTime(event.end_time),
    ...(doors_time && { doorTime: localTime(doors_time) }),
    ...describeStatus(event),
    eventAttendanceMode: `${vocabulary}OfflineEventAttendanceMode`,
    location: describePlace(event),
    ...(artists.length > 0 && {
      performer: artists.slice(0, mostListedArtists).map((artist) => ({ "@type": "PerformingGroup", name: artist })),
    }),
    ...describeOrganizer(event),
    ...(min_age && { typicalAgeRange: `${min_age}-` }),
    isAccessibleForFree: event.price_max === 0,
    ...(offers.length > 0 && { offers }),
  };
}

/** A cancelled event keeps its last date; an earlier one belongs to an event that was moved and not moved back. */
function describeStatus({ status, start_time, moved_from, timezone }: Described) {
  if (status === "cancelling" || status === "cancelled") return { eventStatus: `${vocabulary}EventCancelled` };
  if (moved_from === null || moved_from === start_time) return { eventStatus: `${vocabulary}EventScheduled` };
  return { eventStatus: `${vocabulary}EventRescheduled`, previousStartDate: toZonedInstant(moved_from, timezone) };
}

function describePlace({ venue_name, address, city, map_url }: Described) {
  return {
    "@type": "Place",
    name: venue_name,
    address: { "@type": "PostalAddress", ...(address && { streetAddress: address }), addressLocality: city },
    ...(map_url && { hasMap: map_url }),
  };
}

/** An event that no organization has yet says nothing. */
function describeOrganizer({ seller }: Described) {
  if (!seller) return {};
  const { name, legal_name } = seller;
  return { organizer: { "@type": "Organization", name, ...(legal_name && { legalName: legal_name }) } };
}

/** What can be bought, now or once the sale opens: an offer for each seat type, the dearest first, its price in the currency's major unit. */
function describeOffers(event: Described, url: string, now: number) {
  const { currency, sales_start, sales_end, start_time, timezone } = event;
  const sale = saleState(event, now);
  if (event.status !== "published" || sale === "ended") return [];
  const digits = minorDigits(currency);
  const byPrice = Object.entries(event.seat_type_prices).sort(([, a], [, b]) => b - a);
  return byPrice.map(([seat_type, price]) => ({
    "@type": "Offer",
    name: seat_type,
    url,
    price: (price / 10 ** digits).toFixed(digits),
    priceCurrency: currency,
    availability: vocabulary + availabilityOf(event.availability.by_seat_type[seat_type]?.available ?? 0, sale),
    validFrom: toZonedInstant(sales_start, timezone),
    validThrough: toZonedInstant(sales_end ?? start_time, timezone),
  }));
}

function availabilityOf(available: number, sale: "upcoming" | "open"): string {
  if (available === 0) return "SoldOut";
  return sale === "upcoming" ? "PreOrder" : "InStock";
}
