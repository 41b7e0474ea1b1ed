import * as z from "zod/mini";
import { Counts } from "../counts/counts.ts";
import { EventId, StoredLayoutId, UserId, VenueId } from "../ids.ts";
import { currencyCode, largestAmount } from "../money/money.rules.ts";
import { Amount, Currency } from "../money/money.ts";
import { line, longText, optionalLine } from "../text.ts";
import { Instant } from "../time.ts";
import { Address, MapUrl } from "../venue/venue.ts";
import { longestDuration, mostArtists } from "./limits.rules.ts";

export const EventStatus = z.enum(["draft", "published", "paused", "cancelling", "cancelled"]);
export type EventStatus = z.infer<typeof EventStatus>;

/** What only the page of an event shows; a fact that nobody stated is absent. */
const facts = {
  /** When the doors open, at the latest when the event begins. */
  doors_time: z.optional(Instant),
  /** In years; 0 is for all ages. */
  min_age: z.optional(z.int().check(z.gte(0), z.lte(120))),
  /** Where the venue is; by default as its venue states it. */
  address: z.optional(Address),
  /** A map of the place; by default the venue's, unless the event states an address of its own. */
  map_url: z.optional(MapUrl),
};

export const CreateEvent = z.strictObject({
  venue_id: VenueId,
  name: line(160),
  start_time: Instant,
  /** Minutes, at most 31 days. */
  duration: z.int().check(z.gte(1), z.lte(longestDuration)),
  artists: z._default(z.array(line(80)).check(z.maxLength(mostArtists)), []),
  tags: z._default(z.array(line(120)).check(z.maxLength(20)), []),
  description: z._default(longText(500), ""),
  /** The long text: programme and notes. */
  programme: z._default(longText(20_000), ""),
  seat_type_prices: z.record(z.string(), Amount),
  currency: z._default(Currency, "USD"),
  sales_start: z.optional(Instant),
  /** At most the end of the event; without it the sale ends when the event begins. */
  sales_end: z.optional(Instant),
  ...facts,
  status: z._default(z.enum(["draft", "published"]), "published"),
});
export type CreateEvent = z.infer<typeof CreateEvent>;

/** What EVENT states of an event, apart from its venue and its counts. Small, since every roll-up of counts writes it. */
export const EventRecord = z.object({
  event_id: EventId,
  venue_id: VenueId,
  name: z.string(),
  start_time: Instant,
  duration: z.int(),
  /** The first 12; all of them are on the event's page. */
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
export type EventRecord = z.infer<typeof EventRecord>;

/** `start_time` plus `duration`. */
const ending = { end_time: Instant };

export const Event = z.object({ ...EventRecord.shape, ...ending });
export type Event = z.infer<typeof Event>;

/** What is long, in an item of its own. Items written before it held artists have none. */
export const EventText = z.object({
  programme: z._default(z.string(), ""),
  artists: z.optional(z.array(z.string())),
  ...facts,
});
export type EventText = z.infer<typeof EventText>;

/** An event as listed: a projection in the `catalog` index, with venue fields copied in at creation. */
export const EventCard = z.object({
  ...z.pick(EventRecord, {
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
export const ListedEvent = z.object({ ...EventCard.shape, ...ending, ...priceRange, seats_left: z.int() });
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
 * The event's page: the card with all artists, its facts and its long text, the state of its sale and, only for those
 * who can manage it, its counts.
 */
export const EventPage = z.object({
  ...EventCard.shape,
  ...ending,
  ...facts,
  ...priceRange,
  status: EventStatus,
  created_at: Instant,
  /** When its cancellation began. */
  cancelled_at: z.nullable(Instant),
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
    city: z.optional(optionalLine(80)),
    artist: z.optional(optionalLine(120)),
    tag: z.optional(optionalLine(120)),
    venue_id: z.optional(VenueId),
    /** Calendar dates in the venue's time zone, both inclusive. What lasts a day or longer is found on each of its days. */
    start_date: z.optional(z.iso.date("a date such as 2027-01-14")),
    end_date: z.optional(z.iso.date("a date such as 2027-01-14")),
    /**
     * Matches events with a seat type in this price range, both bounds inclusive, in the minor unit of `currency`; never
     * events in another one.
     */
    price_min: z.optional(Price),
    price_max: z.optional(Price),
    /**
     * Of the price range, and first in the order by price; excludes nothing on its own. By default the one that most
     * events have that match the other filters.
     */
    currency: z.optional(z.string().check(z.regex(currencyCode, "an ISO 4217 code such as USD"))),
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
  /** Ignoring the price range. */
  currencies: z.array(FacetValue),
  /** In `currency`: the one asked for, else the most frequent of `currencies`. */
  price: z.nullable(z.object({ min: z.int(), max: z.int(), currency: z.string() })),
});
export type Facets = z.infer<typeof Facets>;

export const FilterName = z.enum(["search", "city", "artist", "tag", "venue_id", "dates", "price"]);
export type FilterName = z.infer<typeof FilterName>;

/** A filter that alone keeps events out, and how many there are without it. */
export const Hint = z.object({ without: FilterName, count: z.int() });
export type Hint = z.infer<typeof Hint>;
/** When and where an event that is being planned would take place. `event_id` is itself not looked for. */
export const FindOverlaps = z.strictObject({
  venue_id: VenueId,
  start_time: Instant,
  duration: z.int().check(z.gte(1), z.lte(longestDuration)),
  event_id: z.optional(EventId),
});
export type FindOverlaps = z.infer<typeof FindOverlaps>;

/** An event that takes place in the same venue at the same time. */
export const Overlap = z.object({
  ...z.pick(Event, { event_id: true, name: true, start_time: true, end_time: true, status: true }).shape,
  venue_name: z.string(),
  timezone: z.string(),
});
export type Overlap = z.infer<typeof Overlap>;

/** A page of the matching events; `total` and `facets` cover all of them. */
export const EventList = z.object({
  items: z.array(ListedEvent),
  next_cursor: z.nullable(z.string()),
  total: z.int(),
  facets: Facets,
  /**
   * `some`: no event has all words of the search, these have the most of them. `no_words`: the search has no letter and
   * no number, so nothing is found.
   */
  matched: z.enum(["all", "some", "no_words"]),
  /** If nothing matches: the filters in the way, the one with the most events first. */
  hints: z.array(Hint),
  /** If nothing matches: the first date after the asked ones on which an event matches all else. */
  next_date: z.nullable(z.iso.date()),
});
export type EventList = z.infer<typeof EventList>;
