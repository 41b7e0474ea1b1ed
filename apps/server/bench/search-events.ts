import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { readCatalogue } from "../src/demo/catalogue.ts";
import { halls } from "../src/demo/halls.ts";

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

/**
 * `count` events as the catalogue index holds them: the demo's concerts again and again, each time with the artists of another
 * and a name of its own from invented words, so that the vocabulary grows as it would.
 */
export function makeEvents(count: number, now: number): Record<string, unknown>[] {
  const concerts = readCatalogue().events;
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, i) => {
    const turn = Math.floor(i / concerts.length);
    const concert = concerts[i % concerts.length];
    const other = concerts[(i * 7 + turn * 31) % concerts.length];
    const hall = halls[(i + turn) % halls.length];
    if (!concert || !other || !hall) throw new Error("the demo catalogue is empty");
    const number = String(i + 1).padStart(5, "0");
    return {
      event_id: `event-${number}`,
      venue_id: `venue-${String(((i + turn) % halls.length) + 1).padStart(5, "0")}`,
      name: turn === 0 ? concert.name : `${concert.name} with ${inventName(random)}`,
      start_time: new Date(now * 1000 + day * (3 + (i % 365))).toISOString(),
      duration: concert.duration,
      artists: other.artists,
      tags: concert.tags,
      description: concert.description,
      seat_type_prices: hall.prices,
      currency: hall.currency,
      sales_start: new Date(now * 1000 - day).toISOString(),
      sales_end: null,
      seat_count: 2_000,
      layout_id: "layout-venue-00001-1",
      venue_name: hall.name,
      city: hall.city,
      timezone: hall.timezone,
    };
  });
}

function inventName(random: () => number): string {
  const word = () =>
    Array.from({ length: 2 + drawBelow(random, 2) }, () => syllables[drawBelow(random, syllables.length)]);
  return [word(), word()].map((parts) => parts.join("")).join(" ");
}
