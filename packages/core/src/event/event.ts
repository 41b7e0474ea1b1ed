import * as z from "zod/mini";
import { Counts } from "../counts/counts.ts";
import { EventId, StoredLayoutId, UserId, VenueId } from "../ids.ts";
import { Instant } from "../time.ts";

export const EventStatus = z.enum(["draft", "published", "paused", "cancelling", "cancelled"]);
export type EventStatus = z.infer<typeof EventStatus>;

/** An amount in the minor unit of a currency: 15000 is 150.00. */
export const Amount = z
  .int("a whole number of the currency's minor unit")
  .check(z.gte(0, "not negative"), z.lte(100_000_000));

/** ISO 4217, three capitals. */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/, "an ISO 4217 code such as USD"));

const Word = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

export const CreateEvent = z.strictObject({
  venue_id: VenueId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(160)),
  start_time: Instant,
  /** Minutes. */
  duration: z.int().check(z.gte(1), z.lte(10_080)),
  artists: z._default(z.array(Word).check(z.maxLength(30)), []),
  tags: z._default(z.array(Word).check(z.maxLength(20)), []),
  description: z._default(z.string().check(z.maxLength(500)), ""),
  /** The long text: programme and notes. */
  programme: z._default(z.string().check(z.maxLength(20_000)), ""),
  seat_type_prices: z.record(z.string(), Amount),
  currency: z._default(Currency, "USD"),
  sales_start: z.optional(Instant),
  sales_end: z.optional(Instant),
  status: z._default(z.enum(["draft", "published"]), "published"),
});
export type CreateEvent = z.infer<typeof CreateEvent>;

export const Event = z.object({
  event_id: EventId,
  venue_id: VenueId,
  name: z.string(),
  start_time: Instant,
  duration: z.int(),
  artists: z.array(z.string()),
  tags: z.array(z.string()),
  description: z.string(),
  seat_type_prices: z.record(z.string(), z.int()),
  currency: z.string(),
  sales_start: Instant,
  sales_end: z.nullable(Instant),
  status: EventStatus,
  seat_count: z.int(),
  layout_id: StoredLayoutId,
  owner_id: UserId,
  created_at: Instant,
});
export type Event = z.infer<typeof Event>;

/** What a list shows of a published event: a projection in the `catalog` index, venue fields copied in at creation. */
export const EventCard = z.object({
  ...z.pick(Event, {
    event_id: true,
    venue_id: true,
    name: true,
    start_time: true,
    duration: true,
    artists: true,
    tags: true,
    description: true,
    seat_type_prices: true,
    currency: true,
    sales_start: true,
    sales_end: true,
    seat_count: true,
    layout_id: true,
  }).shape,
  venue_name: z.string(),
  city: z.string(),
  timezone: z.string(),
});
export type EventCard = z.infer<typeof EventCard>;

const priceRange = {
  /** The lowest and the highest price, in the minor unit of the event's currency. */
  price_min: z.int(),
  price_max: z.int(),
};

/** A card as a list answers it. A held seat counts as left here: the list is some seconds old, and most holds come back. */
export const ListedEvent = z.object({ ...EventCard.shape, ...priceRange, seats_left: z.int() });
export type ListedEvent = z.infer<typeof ListedEvent>;

/** Seats as the live map has them; a hold that has run out counts as available. */
export const Availability = z.object({
  seats_available: z.int(),
  seats_held: z.int(),
  seats_sold: z.int(),
  by_seat_type: z.record(z.string(), z.object({ total: z.int(), available: z.int() })),
});
export type Availability = z.infer<typeof Availability>;

/** The event's page: the card, its long text, where its sale stands and, for those who run it alone, what was counted. */
export const EventPage = z.object({
  ...EventCard.shape,
  ...priceRange,
  status: EventStatus,
  programme: z.string(),
  venue: z.object({ venue_id: VenueId, name: z.string(), city: z.string(), timezone: z.string() }),
  availability: Availability,
  counts: z.optional(Counts),
});
export type EventPage = z.infer<typeof EventPage>;

const Price = z.coerce.number().check(z.int("a whole number of the minor unit"), z.gte(0), z.lte(100_000_000));

export const SearchEvents = z
  .strictObject({
    search: z.optional(z.string().check(z.maxLength(200))),
    /** City, artist and tag are whole names; capitals and diacritics make no difference. */
    city: z.optional(z.string().check(z.maxLength(80))),
    artist: z.optional(z.string().check(z.maxLength(120))),
    tag: z.optional(z.string().check(z.maxLength(120))),
    venue_id: z.optional(VenueId),
    /** Calendar dates in the venue's zone, both inclusive. */
    start_date: z.optional(z.iso.date("a date such as 2027-01-14")),
    end_date: z.optional(z.iso.date("a date such as 2027-01-14")),
    /** An event with a seat type at such a price, both inclusive, in the minor unit of its own currency. */
    price_min: z.optional(Price),
    price_max: z.optional(Price),
    sort: z.optional(z.enum(["date", "price", "relevance"])),
    limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
    cursor: z.optional(z.string().check(z.maxLength(400))),
  })
  .check(
    z.refine(({ price_min = 0, price_max = price_min }) => price_min <= price_max, {
      path: ["price_min"],
      error: "not above price_max",
    }),
  );
export type SearchEvents = z.infer<typeof SearchEvents>;

/** One choice of a filter, and how many events it would leave. `label` is what to show where it is not the value itself. */
export const FacetValue = z.object({ value: z.string(), label: z.optional(z.string()), count: z.int() });
export type FacetValue = z.infer<typeof FacetValue>;

/**
 * What there is to choose from: of each filter the fifty values with the most events, the chosen one always among them.
 * Each is counted under all other filters, so that another choice stays possible. `price` is null where there is no event.
 */
export const Facets = z.object({
  cities: z.array(FacetValue),
  artists: z.array(FacetValue),
  tags: z.array(FacetValue),
  /** By venue_id, shown by name. */
  venues: z.array(FacetValue),
  price: z.nullable(z.object({ min: z.int(), max: z.int() })),
});
export type Facets = z.infer<typeof Facets>;

/** A part of the events that match; `total` and `facets` are of all of them. */
export const EventList = z.object({
  items: z.array(ListedEvent),
  next_cursor: z.nullable(z.string()),
  total: z.int(),
  facets: Facets,
});
export type EventList = z.infer<typeof EventList>;
