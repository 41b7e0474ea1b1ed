import { LRUCache } from "lru-cache";
import { endTime, priceRange } from "../event/event.rules.ts";
import type { EventCard } from "../event/event.ts";
import type { Vocabulary } from "./catalog-vocabulary.ts";

/** A published event with values precomputed for filters, facets and sorting. */
export type Entry = {
  documentIndex: number;
  event: EventCard;
  /** Epoch milliseconds. */
  starts: number;
  ends: number;
  /**
   * The first and the last calendar date in the venue's time zone, as numbers such as 20270114. What lasts less than a
   * day belongs to the day on which it begins, as a night does that ends at two in the morning.
   */
  date: number;
  lastDate: number;
  prices: number[];
  price_min: number;
  price_max: number;
  /** City, artists, tags and venue as numbers of the vocabulary. */
  values: number[];
};

const day = 86_400_000;

export function toEntry(documentIndex: number, event: EventCard, vocabulary: Vocabulary): Entry {
  const { min, max } = priceRange(event);
  const starts = Date.parse(event.start_time);
  const ends = Date.parse(endTime(event));
  const date = toDateNumber(localDate(event, starts));
  return {
    documentIndex,
    event,
    starts,
    ends,
    date,
    // An event that ends at midnight doesn't take place on the day that begins then.
    lastDate: ends - starts < day ? date : toDateNumber(localDate(event, ends - 1)),
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

/** There are some 600 names, and as many spellings of each as someone cares to type. */
const mostFormats = 100;
const formats = new LRUCache<string, Intl.DateTimeFormat>({ max: mostFormats, memoMethod: createFormat });

const localDate = ({ timezone }: EventCard, milliseconds: number): string =>
  formats.memo(timezone).format(milliseconds);

/** In UTC where this runtime does not know a zone, so that one event never keeps all others from being loaded. */
function createFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone });
  } catch {
    return new Intl.DateTimeFormat("en-CA", { timeZone: "UTC" });
  }
}
