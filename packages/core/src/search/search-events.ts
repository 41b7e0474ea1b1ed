import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { endTime } from "../event/event.rules.ts";
import type { EventList, ListedEvent, SearchEvents } from "../event/event.ts";
import type { EventId } from "../ids.ts";
import type { Entry } from "./catalog-entry.ts";
import { wantedValues } from "./catalog-vocabulary.ts";
import { countFacets } from "./count-facets.ts";
import { matchEntries } from "./match-entries.ts";
import { topK } from "./top-k.ts";

/** An event's position in a list: by key ascending, then by date, then by id. */
type Place = { key: number; starts: number; event_id: EventId };
type ToKey = (entry: Entry) => number;

/**
 * Published events that have not ended, by text (typos allowed), exact names, prices, and calendar dates in the venue's
 * time zone.
 * Sorted by date, or by relevance if there is a text. A cursor continues after the last event, or after its position if
 * it is gone, so that no event is repeated or skipped because of later additions. Throws INVALID_CURSOR, UNAVAILABLE.
 */
export async function searchEvents(core: Core, input: SearchEvents): Promise<EventList> {
  const { cursor, limit, ...asked } = input;
  const scope = `event.search ${JSON.stringify(asked)}`;
  const after = cursor ? readPlace(openCursor(core.secret, scope, cursor)) : null;
  const { found, facets, toKey } = findEvents(core, asked);
  const compare = (a: Entry, b: Entry) => toKey(a) - toKey(b) || a.starts - b.starts || compareIds(a.event, b.event);
  const left = after ? found.filter(isBehind(after, found, toKey)) : found;
  const page = topK(left, limit, compare);
  const last = page.at(-1);
  const isMore = last && left.length > page.length;
  return {
    items: await listEvents(core, page),
    next_cursor: isMore ? sealCursor(core.secret, scope, writePlace(placeOf(last, toKey))) : null,
    total: found.length,
    facets,
  };
}

/**
 * The matches, unordered. Text and filters are tested together per event, because facets count the events that a single
 * filter excludes.
 */
function findEvents({ catalog, clock }: Core, asked: Omit<SearchEvents, "limit" | "cursor">) {
  const { search = "", sort, ...filters } = asked;
  const scores = catalog.search(search);
  const misfitOf = matchEntries(filters, catalog.vocabulary);
  const counter = countFacets(catalog.vocabulary);
  const found: Entry[] = [];
  const now = clock() * 1000;
  for (const entry of catalog.documents) {
    if (!entry || entry.ends <= now || (scores && !scores[entry.documentIndex])) continue;
    const misfit = misfitOf(entry);
    counter.add(entry, misfit);
    if (misfit === "nothing") found.push(entry);
  }
  const facets = counter.facets(wantedValues(filters), catalog.nameVenue);
  return { found, facets, toKey: chooseKey(sort ?? (scores ? "relevance" : "date"), scores) };
}

async function listEvents(core: Core, entries: Entry[]): Promise<ListedEvent[]> {
  const sold = await core.sales.count(entries.map(({ event }) => event.event_id));
  return entries.map(({ event, price_min, price_max }) => {
    const seats_left = Math.max(0, event.seat_count - (sold.get(event.event_id) ?? 0));
    return { ...event, end_time: endTime(event), price_min, price_max, seats_left };
  });
}

function chooseKey(sort: NonNullable<SearchEvents["sort"]>, scores: Float32Array | null): ToKey {
  if (sort === "price") return ({ price_min }) => price_min;
  if (sort === "relevance" && scores) return ({ documentIndex }) => -(scores[documentIndex] ?? 0);
  return () => 0;
}

/** Whether an entry comes after a position; the event at that position may have moved since. */
function isBehind(after: Place, found: Entry[], toKey: ToKey): (entry: Entry) => boolean {
  const moved = found.find(({ event }) => event.event_id === after.event_id);
  const from = moved ? placeOf(moved, toKey) : after;
  return (entry) => (toKey(entry) - from.key || entry.starts - from.starts || compareIds(entry.event, from)) > 0;
}

const placeOf = (entry: Entry, toKey: ToKey): Place => ({
  key: toKey(entry),
  starts: entry.starts,
  event_id: entry.event.event_id,
});

const compareIds = (a: { event_id: EventId }, b: { event_id: EventId }): number =>
  a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : 0;

const writePlace = ({ key, starts, event_id }: Place): string => JSON.stringify([key, starts, event_id]);

function readPlace(position: string): Place {
  const [key, starts, event_id] = JSON.parse(position) as [number, number, EventId];
  return { key, starts, event_id };
}
