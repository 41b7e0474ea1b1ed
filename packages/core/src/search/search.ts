import * as z from "zod/mini";
import { ListedEvent } from "../event/event.ts";
import { Flag } from "../flag.ts";
import { EventId, OrganizationId, SeriesId, VenueId } from "../ids.ts";
import { Mine, refuseWithMine, refuseWithoutMine } from "../mine.ts";
import { currencyCode, largestAmount } from "../money/money.rules.ts";
import { optionalLine } from "../text/text.ts";

const Price = z.coerce.number().check(z.int("a whole number of the minor unit"), z.gte(0), z.lte(largestAmount));

const publicFilters = [
  ...(["search", "city", "artist", "tag", "start_date", "end_date"] as const),
  ...(["price_min", "price_max", "currency", "sort", "by_series"] as const),
];

export const SearchEvents = z
  .strictObject({
    search: z.optional(z.string().check(z.maxLength(200))),
    /** City, artist and tag match whole names, ignoring case and diacritics. */
    city: z.optional(optionalLine(80)),
    artist: z.optional(optionalLine(120)),
    tag: z.optional(optionalLine(120)),
    venue_id: z.optional(VenueId),
    /** The dates of one series. */
    series_id: z.optional(SeriesId),
    /** Each series once, as its first matching date in the chosen order, with a summary of the others that match. */
    by_series: z.optional(Flag),
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
    /** The caller's own events, drafts and archived ones too, newest first. */
    mine: z.optional(Mine),
    /** Of the caller's own only those of one organization. */
    organization_id: z.optional(OrganizationId),
    limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
    cursor: z.optional(z.string().check(z.maxLength(400))),
  })
  .check(
    z.refine(({ price_min = 0, price_max = price_min }) => price_min <= price_max, {
      path: ["price_min"],
      error: "not above price_max",
    }),
    refuseWithMine(publicFilters),
    refuseWithoutMine(["organization_id"]),
  );
export type SearchEvents = z.infer<typeof SearchEvents>;

/**
 * One choice of a filter, and how many events would match it: rows where a search is by series. `label` is its text where that differs from the value.
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

/** A page of the matching events; `total` and `facets` cover all of them. By series all of these count rows. */
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
  /** If nothing matches: the last date before the asked ones on which an event matches all else. */
  previous_date: z.nullable(z.iso.date()),
});
export type EventList = z.infer<typeof EventList>;

/** Which of the published events, by their numbers: 0 for those below `eventsPerSitemap`, 1 for as many from there on. */
export const ListPublished = z.strictObject({ page: z.int().check(z.gte(0), z.lte(999_999_999_999)) });
export type ListPublished = z.infer<typeof ListPublished>;

/** The ids of a page, ascending, and the pages that have any. An event stays on its page as long as it is published. */
export const PublishedPage = z.object({ event_ids: z.array(EventId), pages: z.array(z.int()) });
export type PublishedPage = z.infer<typeof PublishedPage>;
