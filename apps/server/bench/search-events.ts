import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { listDates, readCatalog } from "@evently/demo/catalog";
import { getHall } from "@evently/demo/halls";
import { readHistory } from "./read-history.ts";

const day = 86_400_000;
const syllables = [
  "ba",
  "ki",
  "lo",
  "ren",
  "sta",
  "vi",
  "mo",
  "tel",
  "dra",
  "nu",
  "šé",
  "gor",
  "li",
  "pha",
  "öst",
  "wyn",
];

/** The concerts to repeat. */
export type Source = {
  name: string;
  duration: number;
  artists: string[];
  tags: string[];
  description: string;
  hall: { name: string; city: string };
};

/**
 * The concerts of the orchestra's history if it is next to the checkout, otherwise those of the demo; `from` says
 * which.
 */
export function readSources(now: number): { from: string; sources: Source[] } {
  const history = readHistory(now);
  if (history) {
    const sources = history.map(({ event, hall }) => ({ ...event, hall }));
    return { from: `the ${sources.length} concerts of the orchestra's history`, sources };
  }
  const sources = listDates(readCatalog().productions).map((event) => ({ ...event, hall: getHall(event.venue) }));
  return { from: `the ${sources.length} concerts of the demo`, sources };
}

/**
 * `count` events as projected into the catalog index: the same concerts again and again, each time with another one's
 * artists and a new name of invented words, so that the vocabulary grows realistically.
 */
export function makeEvents(sources: readonly Source[], count: number, now: number): Record<string, unknown>[] {
  const random = seededRandom(7);
  const venues = new Map<string, string>();
  return Array.from({ length: count }, (_, i) => {
    const turn = Math.floor(i / sources.length);
    const concert = sources[i % sources.length];
    const other = sources[(i * 7 + turn * 31) % sources.length];
    if (!concert || !other) throw new Error("there is nothing to repeat");
    const { hall } = sources[(i + turn) % sources.length] ?? concert;
    const venue_id = venues.get(hall.name) ?? `venue-${String(venues.size + 1).padStart(5, "0")}`;
    venues.set(hall.name, venue_id);
    return {
      // A tenth of them are dates of series of 24.
      series_id: i % 240 < 24 ? `series-${String(i - (i % 240) + 1).padStart(5, "0")}` : null,
      event_id: `event-${String(i + 1).padStart(5, "0")}`,
      venue_id,
      name: turn === 0 ? concert.name : `${concert.name} with ${inventName(random)}`,
      start_time: new Date(now * 1000 + day * (3 + (i % 365))).toISOString(),
      duration: concert.duration,
      artists: other.artists,
      tags: concert.tags,
      description: concert.description,
      seat_type_prices: { Stalls: 3_000 + 500 * (i % 20), Balcony: 2_000 + 100 * (i % 7) },
      currency: "USD",
      sales_start: new Date(now * 1000 - day).toISOString(),
      sales_end: null,
      seat_count: 2_000,
      layout_id: `layout-${venue_id}-1`,
      venue_name: hall.name,
      city: hall.city,
      timezone: "America/New_York",
    };
  });
}

function inventName(random: () => number): string {
  const word = () =>
    Array.from({ length: 2 + drawBelow(random, 3) }, () => syllables[drawBelow(random, syllables.length)]);
  return [word(), word()].map((parts) => parts.join("")).join(" ");
}
