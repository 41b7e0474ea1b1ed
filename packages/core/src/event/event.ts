import * as z from "zod/mini";
import { Counts } from "../counts/counts.ts";
import { EventId, StoredLayoutId, UserId, VenueId } from "../ids.ts";
import { largestAmount } from "../money/money.rules.ts";
import { Amount, Currency } from "../money/money.ts";
import { Instant } from "../time.ts";

export const EventStatus = z.enum(["draft", "published", "paused", "cancelling", "cancelled"]);
export type EventStatus = z.infer<typeof EventStatus>;

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

/** An event as listed: a projection in the `catalog` index, with venue fields copied in at creation. */
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

/**
 * A card as lists return it. Held seats count as available here: the list is some seconds old, and most holds are
 * released.
 */
export const ListedEvent = z.object({ ...EventCard.shape, ...priceRange, seats_left: z.int() });
export type ListedEvent = z.infer<typeof ListedEvent>;

/** Seats by state from the live map; an expired hold counts as available. */
export const Availability = z.object({
  seats_available: z.int(),
  seats_held: z.int(),
  seats_sold: z.int(),
  by_seat_type: z.record(z.string(), z.object({ total: z.int(), available: z.int() })),
});
export type Availability = z.infer<typeof Availability>;

/**
 * The event's page: the card, its description, the state of its sale and, only for those who can manage it, its counts.
 */
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

const Price = z.coerce.number().check(z.int("a whole number of the minor unit"), z.gte(0), z.lte(largestAmount));

export const SearchEvents = z
  .strictObject({
    search: z.optional(z.string().check(z.maxLength(200))),
    /** City, artist and tag match whole names, ignoring case and diacritics. */
    city: z.optional(z.string().check(z.maxLength(80))),
    artist: z.optional(z.string().check(z.maxLength(120))),
    tag: z.optional(z.string().check(z.maxLength(120))),
    venue_id: z.optional(VenueId),
    /** Calendar dates in the venue's time zone, both inclusive. */
    start_date: z.optional(z.iso.date("a date such as 2027-01-14")),
    end_date: z.optional(z.iso.date("a date such as 2027-01-14")),
    /**
     * Matches events with a seat type in this price range, both bounds inclusive, in the minor unit of the event's
     * currency.
     */
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

/**
 * One choice of a filter, and how many events would match it. `label` is its text where that differs from the value.
 */
export const FacetValue = z.object({ value: z.string(), label: z.optional(z.string()), count: z.int() });
export type FacetValue = z.infer<typeof FacetValue>;

/**
 * The available filter values: per filter the fifty with the most events, always including the selected one. Each is
 * counted under all other filters, so that the selection can be changed. `price` is null if there is no event.
 */
export const Facets = z.object({
  cities: z.array(FacetValue),
  artists: z.array(FacetValue),
  tags: z.array(FacetValue),
  /** By venue_id, labelled with the venue's name. */
  venues: z.array(FacetValue),
  price: z.nullable(z.object({ min: z.int(), max: z.int() })),
});
export type Facets = z.infer<typeof Facets>;

/** A page of the matching events; `total` and `facets` cover all of them. */
export const EventList = z.object({
  items: z.array(ListedEvent),
  next_cursor: z.nullable(z.string()),
  total: z.int(),
  facets: Facets,
});
export type EventList = z.infer<typeof EventList>;
