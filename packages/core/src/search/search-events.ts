import { type Entry, toDateNumber } from "../catalog/catalog-entry.ts";
import type { Searched } from "../catalog/create-catalog.ts";
import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { endTime } from "../event/event.rules.ts";
import type { ListedEvent } from "../event/event.ts";
import { isSet } from "../flag.ts";
import type { EventId, SeriesId } from "../ids.ts";
import { largestAmount } from "../money/money.rules.ts";
import { eventsAt } from "../table/keys.ts";
import type { Clock } from "../time.ts";
import { topK } from "../top-k.ts";
import { countCurrencies } from "./count-currencies.ts";
import { countFacets } from "./count-facets.ts";
import { eachRow, groupSeries, listDateIds, type Rows, summarizeDates } from "./group-series.ts";
import { listHints } from "./list-hints.ts";
import { matchEntries, wantedValues } from "./match-entries.ts";
import { pickCurrency } from "./pick-currency.ts";
import type { EventList, SearchEvents } from "./search.ts";

/**
 * An event's position in a list: by key ascending, then by date, then by id; `currency` is that of the first prices, and
 * `series_id` that of the event where the search is by series.
 */
type Place = {
  key: number;
  starts: number;
  event_id: EventId;
  currency: string | null;
  series_id: SeriesId | null;
};
type ToKey = (entry: Entry) => number;
type Query = Omit<SearchEvents, "limit" | "cursor">;

/**
 * Published events that have not ended, by text (typos allowed), exact names, prices, and calendar dates in the venue's
 * time zone.
 * Sorted by date, or by relevance if there is a text. A cursor continues after the last event, or after its position if
 * it is gone, so that no event is repeated or skipped because of later additions. By series a row has the position of its
 * first matching date: the series that came last is not repeated whatever becomes of its dates; another one whose first
 * date changes or ends between two pages moves as an event does whose date is changed, and may be met again or missed.
 * Throws INVALID_CURSOR, UNAVAILABLE.
 */
export async function searchEvents(core: Core, input: SearchEvents): Promise<EventList> {
  const { cursor, limit, ...asked } = input;
  const scope = `event.search ${JSON.stringify(asked)}`;
  const after = cursor ? readPlace(openCursor(core.secret, scope, cursor)) : null;
  const query = { ...asked, currency: asked.currency ?? after?.currency ?? undefined };
  const { found, currency, toKey, ...told } = findEvents(await chooseCatalog(core, query), core.clock, query);
  const compare = (a: Entry, b: Entry) => toKey(a) - toKey(b) || a.starts - b.starts || compareIds(a.event, b.event);
  const bySeries = isSet(asked.by_series);
  const rows: Rows = bySeries ? groupSeries(found, compare) : { firsts: found, datesOf: new Map() };
  const left = after ? rows.firsts.filter(isBehind(after, rows.firsts, toKey)) : rows.firsts;
  const page = topK(left, limit, compare);
  const last = page.at(-1);
  const isMore = last && left.length > page.length;
  return {
    items: await listEvents(core, page, rows),
    next_cursor: isMore
      ? sealCursor(
          core.secret,
          scope,
          writePlace({ ...placeOf(last, toKey), currency, series_id: bySeries ? last.event.series_id : null }),
        )
      : null,
    total: rows.firsts.length,
    ...told,
  };
}

/** The events of a series or a venue are found there whether or not the catalog has room for them; by text only what it has. */
async function chooseCatalog({ catalog }: Core, { search = "", venue_id, series_id }: Query): Promise<Searched> {
  const partition = series_id ?? (venue_id && eventsAt(venue_id));
  return partition && search.trim() === "" ? catalog.among(partition) : catalog;
}

/**
 * The matches, unordered. Text and filters are tested together per event, because facets count the events that a single
 * filter excludes.
 */
function findEvents(catalog: Searched, clock: Clock, { search = "", sort, by_series, ...filters }: Query) {
  const { scores, matched } = searchText(catalog, search);
  const now = clock() * 1000;
  const { series_id = null } = filters;
  const isUpcoming = (entry: Entry | null): entry is Entry =>
    entry !== null && entry.ends > now && (series_id === null || entry.event.series_id === series_id);
  const eachUpcoming = (visit: (entry: Entry, row: number) => void) =>
    eachRow(catalog.documents, isSet(by_series), isUpcoming, visit);
  const isFound = ({ documentIndex }: Entry) => !scores || (scores[documentIndex] ?? 0) > 0;
  const priced = pickCurrency(filters, catalog.vocabulary, eachUpcoming, isFound);
  const misfitOf = matchEntries(filters, catalog.vocabulary, priced);
  const counter = countFacets(catalog.vocabulary);
  const currencies = countCurrencies();
  const found: Entry[] = [];
  eachUpcoming((entry, row) => {
    if (!isFound(entry)) return;
    const misfit = misfitOf(entry);
    counter.add(entry, misfit, row);
    if (misfit === "nothing" || misfit === "price") currencies.add(entry, row);
    if (misfit === "nothing") found.push(entry);
  });
  const facets = {
    ...counter.facets(wantedValues(filters), catalog.nameVenue),
    ...currencies.facets(filters.currency),
  };
  const currency = filters.currency ?? currencies.most();
  const hints =
    found.length > 0
      ? { hints: [], next_date: null, previous_date: null }
      : listHints({ eachUpcoming, misfitOf, isFound, dates: readDates(filters) });
  return { found, currency, facets, matched, ...hints, toKey: chooseKey(sort, scores, currency) };
}

/** The asked dates; one alone stands for both. */
function readDates({ start_date, end_date }: Pick<Query, "start_date" | "end_date">) {
  const [from, to] = [start_date ?? end_date, end_date ?? start_date];
  return from && to ? { from: toDateNumber(from), to: toDateNumber(to) } : null;
}

async function listEvents(core: Core, page: Entry[], rows: Rows): Promise<ListedEvent[]> {
  const sold = await core.sales.count(listDateIds(page, rows));
  const seatsLeft = ({ event }: Entry) => Math.max(0, event.seat_count - (sold.get(event.event_id) ?? 0));
  const now = core.clock();
  return page.map((entry) => {
    const { event, price_min, price_max } = entry;
    const dates = rows.datesOf.get(entry);
    const listed = { ...event, end_time: endTime(event), price_min, price_max, seats_left: seatsLeft(entry) };
    return dates ? { ...listed, dates: summarizeDates(entry, dates, seatsLeft, now) } : listed;
  });
}

/** A text without a letter and a number finds nothing. */
function searchText(catalog: Searched, search: string): { scores: Float32Array | null; matched: EventList["matched"] } {
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
  return (entry) =>
    (after.series_id === null || entry.event.series_id !== after.series_id) &&
    (toKey(entry) - from.key || entry.starts - from.starts || compareIds(entry.event, from)) > 0;
}

const placeOf = (entry: Entry, toKey: ToKey): Pick<Place, "key" | "starts" | "event_id"> => ({
  key: toKey(entry),
  starts: entry.starts,
  event_id: entry.event.event_id,
});

const compareIds = (a: { event_id: EventId }, b: { event_id: EventId }): number =>
  a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : 0;

const writePlace = ({ key, starts, event_id, currency, series_id }: Place): string =>
  JSON.stringify([key, starts, event_id, currency, ...(series_id === null ? [] : [series_id])]);

function readPlace(position: string): Place {
  const [key, starts, event_id, currency, series_id = null] = JSON.parse(position) as [
    number,
    number,
    EventId,
    string | null,
    SeriesId?,
  ];
  return { key, starts, event_id, currency, series_id };
}
