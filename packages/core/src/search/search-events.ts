import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { endTime } from "../event/event.rules.ts";
import type { ListedEvent } from "../event/event.ts";
import type { EventId } from "../ids.ts";
import { largestAmount } from "../money/money.rules.ts";
import { topK } from "../top-k.ts";
import type { Catalog } from "./catalog.ts";
import { type Entry, toDateNumber } from "./catalog-entry.ts";
import { wantedValues } from "./catalog-vocabulary.ts";
import { countCurrencies } from "./count-currencies.ts";
import { countFacets } from "./count-facets.ts";
import { listHints } from "./list-hints.ts";
import { matchEntries } from "./match-entries.ts";
import { pickCurrency } from "./pick-currency.ts";
import type { EventList, SearchEvents } from "./search.ts";

/** An event's position in a list: by key ascending, then by date, then by id; `currency` is that of the first prices. */
type Place = { key: number; starts: number; event_id: EventId; currency: string | null };
type ToKey = (entry: Entry) => number;
type Query = Omit<SearchEvents, "limit" | "cursor">;

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
  const query = { ...asked, currency: asked.currency ?? after?.currency ?? undefined };
  const { found, currency, toKey, ...told } = findEvents(core, query);
  const compare = (a: Entry, b: Entry) => toKey(a) - toKey(b) || a.starts - b.starts || compareIds(a.event, b.event);
  const left = after ? found.filter(isBehind(after, found, toKey)) : found;
  const page = topK(left, limit, compare);
  const last = page.at(-1);
  const isMore = last && left.length > page.length;
  return {
    items: await listEvents(core, page),
    next_cursor: isMore ? sealCursor(core.secret, scope, writePlace({ ...placeOf(last, toKey), currency })) : null,
    total: found.length,
    ...told,
  };
}

/**
 * The matches, unordered. Text and filters are tested together per event, because facets count the events that a single
 * filter excludes.
 */
function findEvents({ catalog, clock }: Core, { search = "", sort, ...filters }: Query) {
  const { scores, matched } = searchText(catalog, search);
  const now = clock() * 1000;
  const { series_id = null } = filters;
  const isUpcoming = (entry: Entry | null): entry is Entry =>
    entry !== null && entry.ends > now && (series_id === null || entry.event.series_id === series_id);
  const listUpcoming = () => catalog.documents.filter(isUpcoming);
  const isFound = ({ documentIndex }: Entry) => !scores || (scores[documentIndex] ?? 0) > 0;
  const priced = pickCurrency(filters, catalog.vocabulary, listUpcoming, isFound);
  const misfitOf = matchEntries(filters, catalog.vocabulary, priced);
  const counter = countFacets(catalog.vocabulary);
  const currencies = countCurrencies();
  const found: Entry[] = [];
  for (const entry of catalog.documents) {
    if (!isUpcoming(entry) || !isFound(entry)) continue;
    const misfit = misfitOf(entry);
    counter.add(entry, misfit);
    if (misfit === "nothing" || misfit === "price") currencies.add(entry);
    if (misfit === "nothing") found.push(entry);
  }
  const facets = {
    ...counter.facets(wantedValues(filters), catalog.nameVenue),
    ...currencies.facets(filters.currency),
  };
  const currency = filters.currency ?? currencies.most();
  const hints =
    found.length > 0
      ? { hints: [], next_date: null, previous_date: null }
      : listHints({ entries: listUpcoming(), misfitOf, isFound, dates: readDates(filters) });
  return { found, currency, facets, matched, ...hints, toKey: chooseKey(sort, scores, currency) };
}

/** The asked dates; one alone stands for both. */
function readDates({ start_date, end_date }: Pick<Query, "start_date" | "end_date">) {
  const [from, to] = [start_date ?? end_date, end_date ?? start_date];
  return from && to ? { from: toDateNumber(from), to: toDateNumber(to) } : null;
}

async function listEvents(core: Core, entries: Entry[]): Promise<ListedEvent[]> {
  const sold = await core.sales.count(entries.map(({ event }) => event.event_id));
  return entries.map(({ event, price_min, price_max }) => {
    const seats_left = Math.max(0, event.seat_count - (sold.get(event.event_id) ?? 0));
    return { ...event, end_time: endTime(event), price_min, price_max, seats_left };
  });
}

/** A text without a letter and a number finds nothing. */
function searchText(catalog: Catalog, search: string): { scores: Float32Array | null; matched: EventList["matched"] } {
  const matches = catalog.search(search);
  if (matches) return matches;
  return search.trim() === "" ? { scores: null, matched: "all" } : { scores: new Float32Array(0), matched: "no_words" };
}

function chooseKey(sort: SearchEvents["sort"], scores: Float32Array | null, currency: string | null): ToKey {
  if (sort === "price") return (entry) => orderPrice(entry, currency);
  if (scores && (sort ?? "relevance") === "relevance") return ({ documentIndex }) => -(scores[documentIndex] ?? 0);
  return () => 0;
}

/** By the lowest price in one currency; behind it the others by code, each by its own prices. */
function orderPrice({ event, price_min }: Entry, currency: string | null): number {
  if (event.currency === currency) return price_min;
  const code = [...event.currency].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  return code * (largestAmount + 1) + price_min;
}

/** Whether an entry comes after a position; the event at that position may have moved since. */
function isBehind(after: Place, found: Entry[], toKey: ToKey): (entry: Entry) => boolean {
  const moved = found.find(({ event }) => event.event_id === after.event_id);
  const from = moved ? placeOf(moved, toKey) : after;
  return (entry) => (toKey(entry) - from.key || entry.starts - from.starts || compareIds(entry.event, from)) > 0;
}

const placeOf = (entry: Entry, toKey: ToKey): Omit<Place, "currency"> => ({
  key: toKey(entry),
  starts: entry.starts,
  event_id: entry.event.event_id,
});

const compareIds = (a: { event_id: EventId }, b: { event_id: EventId }): number =>
  a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : 0;

const writePlace = ({ key, starts, event_id, currency }: Place): string =>
  JSON.stringify([key, starts, event_id, currency]);

function readPlace(position: string): Place {
  const [key, starts, event_id, currency] = JSON.parse(position) as [number, number, EventId, string | null];
  return { key, starts, event_id, currency };
}
