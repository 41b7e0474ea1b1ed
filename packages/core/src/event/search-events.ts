import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { priceRange } from "./event.rules.ts";
import type { EventCard, SearchEvents } from "./event.ts";

export type EventList = { items: EventCard[]; next_cursor: string | null; total: number; cities: string[] };

/**
 * Published events that have not begun, by text (typos forgiven), city, venue and calendar dates in the venue's own zone,
 * both inclusive. Sorted by date, or by relevance where there is a text. `cities` are all there are to filter by.
 * Throws INVALID_CURSOR.
 */
export function searchEvents(core: Core, input: SearchEvents): EventList {
  const { cursor, limit, ...filters } = input;
  const now = core.clock();
  const upcoming = core.catalogue.list().filter((event) => Date.parse(event.start_time) > now * 1000);
  const scores = input.search?.trim() ? core.catalogue.search(input.search) : null;
  const found = upcoming.filter((event) => (!scores || scores.has(event.event_id)) && matches(event, input));
  sortEvents(found, input.sort ?? (scores ? "relevance" : "date"), scores);
  const scope = `event.search ${JSON.stringify(filters)}`;
  const from = cursor ? Number(openCursor(core.secret, scope, cursor)) : 0;
  const end = from + limit;
  return {
    items: found.slice(from, end),
    next_cursor: end < found.length ? sealCursor(core.secret, scope, String(end)) : null,
    total: found.length,
    cities: [...new Set(upcoming.map((event) => event.city))].sort(),
  };
}

function matches(event: EventCard, { city, venue_id, start_date, end_date }: SearchEvents): boolean {
  if (city && event.city.toLowerCase() !== city.toLowerCase()) return false;
  if (venue_id && event.venue_id !== venue_id) return false;
  if (!start_date && !end_date) return true;
  const date = localDate(event);
  return (!start_date || date >= start_date) && (!end_date || date <= end_date);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an event in its venue's zone, as 2027-01-14. */
function localDate({ start_time, timezone }: EventCard): string {
  const format = formats.get(timezone) ?? new Intl.DateTimeFormat("en-CA", { timeZone: timezone });
  formats.set(timezone, format);
  return format.format(new Date(start_time));
}

function sortEvents(
  events: EventCard[],
  by: NonNullable<SearchEvents["sort"]>,
  scores: Map<string, number> | null,
): void {
  if (by === "price") events.sort((a, b) => priceRange(a).min - priceRange(b).min);
  if (by === "relevance" && scores)
    events.sort((a, b) => (scores.get(b.event_id) ?? 0) - (scores.get(a.event_id) ?? 0));
}
