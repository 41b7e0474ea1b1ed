import { createVocabulary, type Vocabulary } from "./catalogue-vocabulary.ts";
import { priceRange } from "./event.rules.ts";
import type { EventCard } from "./event.ts";

/** The fields that are filtered and counted by value; a venue's value is its id. */
export const facetFields = ["cities", "artists", "tags", "venues"] as const;
export type FacetField = (typeof facetFields)[number];
export type Vocabularies = Record<FacetField, Vocabulary>;

/** A published event with what filters, counts and orders need of it, worked out once. */
export type Entry = Record<FacetField, number[]> & {
  event: EventCard;
  /** Epoch milliseconds. */
  starts: number;
  /** The calendar date in the venue's zone, as 2027-01-14. */
  date: string;
  prices: number[];
  price_min: number;
  price_max: number;
};

export function createVocabularies(): Vocabularies {
  return {
    cities: createVocabulary(),
    artists: createVocabulary(),
    tags: createVocabulary(),
    venues: createVocabulary(),
  };
}

export function toEntry(event: EventCard, vocabularies: Vocabularies): Entry {
  const number = (field: FacetField) => [
    ...new Set(valuesOf(event, field).map((value) => vocabularies[field].add(value))),
  ];
  const { min, max } = priceRange(event);
  return {
    event,
    starts: Date.parse(event.start_time),
    date: localDate(event),
    prices: Object.values(event.seat_type_prices),
    price_min: min,
    price_max: max,
    cities: number("cities"),
    artists: number("artists"),
    tags: number("tags"),
    venues: number("venues"),
  };
}

/** Takes back what an entry added to the vocabularies. */
export function forgetEntry({ event }: Entry, vocabularies: Vocabularies): void {
  for (const field of facetFields) for (const value of valuesOf(event, field)) vocabularies[field].remove(value);
}

function valuesOf(event: EventCard, field: FacetField): string[] {
  const { city, artists, tags, venue_id } = event;
  return { cities: [city], artists, tags, venues: [venue_id] }[field];
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localDate({ start_time, timezone }: EventCard): string {
  const format = formats.get(timezone) ?? new Intl.DateTimeFormat("en-CA", { timeZone: timezone });
  formats.set(timezone, format);
  return format.format(new Date(start_time));
}
