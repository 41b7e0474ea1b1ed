import { priceRange } from "../event/event.rules.ts";
import type { EventCard } from "../event/event.ts";
import type { Vocabulary } from "./catalog-vocabulary.ts";

/** A published event with values precomputed for filters, facets and sorting. */
export type Entry = {
  documentIndex: number;
  event: EventCard;
  /** Epoch milliseconds. */
  starts: number;
  /** The calendar date in the venue's time zone, as the number 20270114. */
  date: number;
  prices: number[];
  price_min: number;
  price_max: number;
  /** City, artists, tags and venue as numbers of the vocabulary. */
  values: number[];
};

export function toEntry(documentIndex: number, event: EventCard, vocabulary: Vocabulary): Entry {
  const { min, max } = priceRange(event);
  return {
    documentIndex,
    event,
    starts: Date.parse(event.start_time),
    date: toDateNumber(localDate(event)),
    prices: Object.values(event.seat_type_prices),
    price_min: min,
    price_max: max,
    values: vocabulary.add(event),
  };
}

/** 2027-01-14 as 20270114. */
export const toDateNumber = (date: string): number => Number(date.replaceAll("-", ""));

/** 20270114 as 2027-01-14. */
export const toDate = (number: number): string => String(number).replace(/(..)(..)$/, "-$1-$2");

const formats = new Map<string, Intl.DateTimeFormat>();

function localDate({ start_time, timezone }: EventCard): string {
  const format = formats.get(timezone) ?? new Intl.DateTimeFormat("en-CA", { timeZone: timezone });
  formats.set(timezone, format);
  return format.format(new Date(start_time));
}
