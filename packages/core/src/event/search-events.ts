import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import type { Entry } from "./catalogue-entry.ts";
import { countFacets } from "./count-facets.ts";
import type { EventList, ListedEvent, SearchEvents } from "./event.ts";
import { prepareFilters, toWanted } from "./match-entries.ts";
import { takeFirst } from "./take-first.ts";

type Sort = NonNullable<SearchEvents["sort"]>;

/** Where an event stands in a list: lower keys first, then the sooner, then by id. */
type Place = { key: number; starts: number; event_id: string };
type Found = Place & { entry: Entry };

/**
 * Published events that have not begun, by text (typos forgiven), whole names, prices, and calendar dates in the venue's own
 * zone. Sorted by date, or by relevance where there is a text. A cursor goes on behind the event that came last, or behind its
 * place where it is gone, so that no event comes twice or is left out for what was added meanwhile.
 * Throws INVALID_CURSOR, UNAVAILABLE.
 */
export async function searchEvents(core: Core, input: SearchEvents): Promise<EventList> {
  const { cursor, limit, ...asked } = input;
  const { search, sort, ...filters } = asked;
  const scope = `event.search ${JSON.stringify(asked)}`;
  const after = cursor ? readPlace(openCursor(core.secret, scope, cursor)) : null;
  const { catalogue } = core;
  const scores = search?.trim() ? catalogue.search(search) : null;
  const keyOf = toKey(sort ?? (scores ? "relevance" : "date"), scores);
  const misfitOf = prepareFilters(filters, catalogue.vocabularies);
  const counter = countFacets(catalogue.vocabularies);
  const found: Found[] = [];
  const now = core.clock() * 1000;
  for (const entry of catalogue.entries()) {
    const { event_id } = entry.event;
    if (entry.starts <= now || (scores && !scores.has(event_id))) continue;
    const misfit = misfitOf(entry);
    counter.add(entry, misfit);
    if (misfit === "nothing") found.push({ key: keyOf(entry), starts: entry.starts, event_id, entry });
  }
  const behind = after && found.find(({ event_id }) => event_id === after.event_id);
  const from = behind ?? after;
  const rest = from ? found.filter((one) => comparePlaces(one, from) > 0) : found;
  const page = takeFirst(rest, limit, comparePlaces);
  const last = page.at(-1);
  return {
    items: await listEvents(
      core,
      page.map(({ entry }) => entry),
    ),
    next_cursor: last && rest.length > page.length ? sealCursor(core.secret, scope, writePlace(last)) : null,
    total: found.length,
    facets: counter.facets(toWanted(filters), catalogue.nameVenue),
  };
}

async function listEvents(core: Core, entries: Entry[]): Promise<ListedEvent[]> {
  const sold = await core.sales.count(entries.map(({ event }) => event.event_id));
  return entries.map(({ event, price_min, price_max }) => {
    const seats_left = Math.max(0, event.seat_count - (sold.get(event.event_id) ?? 0));
    return { ...event, price_min, price_max, seats_left };
  });
}

function toKey(sort: Sort, scores: Map<string, number> | null): (entry: Entry) => number {
  if (sort === "price") return ({ price_min }) => price_min;
  if (sort === "relevance" && scores) return ({ event }) => -(scores.get(event.event_id) ?? 0);
  return () => 0;
}

function comparePlaces(a: Place, b: Place): number {
  return a.key - b.key || a.starts - b.starts || (a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : 0);
}

const writePlace = ({ key, starts, event_id }: Place): string => JSON.stringify([key, starts, event_id]);

function readPlace(position: string): Place {
  const [key, starts, event_id] = JSON.parse(position) as [number, number, string];
  return { key, starts, event_id };
}
