import type { Entry } from "../catalog/catalog-entry.ts";
import { isSaleOver } from "../event/event.rules.ts";
import type { SeriesDates } from "../event/series.ts";
import type { EventId, SeriesId } from "../ids.ts";

/** Visits each entry with the number of its row, those of a row in sequence: without series every entry is a row. */
export function eachRow(
  entries: Iterable<Entry | null>,
  bySeries: boolean,
  isListed: (entry: Entry | null) => entry is Entry,
  visit: (entry: Entry, row: number) => void,
): void {
  let row = 0;
  const series = new Map<SeriesId, Entry[]>();
  for (const entry of entries) {
    if (!isListed(entry)) continue;
    const { series_id } = entry.event;
    if (!bySeries || series_id === null) {
      visit(entry, ++row);
      continue;
    }
    const dates = series.get(series_id);
    if (dates) dates.push(entry);
    else series.set(series_id, [entry]);
  }
  for (const dates of series.values()) {
    row++;
    for (const entry of dates) visit(entry, row);
  }
}

/** The matches as rows: each series is listed as its first date in the order of `compare`, behind which are all of them. */
export type Rows = { firsts: Entry[]; datesOf: Map<Entry, Entry[]> };

export function groupSeries(found: readonly Entry[], compare: (a: Entry, b: Entry) => number): Rows {
  const firsts: Entry[] = [];
  const series = new Map<SeriesId, Entry[]>();
  for (const entry of found) {
    const { series_id } = entry.event;
    const dates = series_id === null ? undefined : series.get(series_id);
    if (series_id === null) firsts.push(entry);
    else if (dates) dates.push(entry);
    else series.set(series_id, [entry]);
  }
  const datesOf = new Map<Entry, Entry[]>();
  for (const dates of series.values()) {
    const first = dates.reduce((a, b) => (compare(b, a) < 0 ? b : a));
    firsts.push(first);
    datesOf.set(first, dates);
  }
  return { firsts, datesOf };
}

type SeatsLeft = (entry: Entry) => number;

/** What the dates of a row have together; `now` in epoch seconds. */
export function summarizeDates(first: Entry, dates: readonly Entry[], seatsLeft: SeatsLeft, now: number): SeriesDates {
  const inCurrency = dates.filter(({ event }) => event.currency === first.event.currency);
  const forSale = dates.filter(({ event }) => !isSaleOver(event, now));
  const starts = dates.map(({ event }) => event.start_time).sort();
  const opens = (forSale.length > 0 ? forSale : dates).map(({ event }) => event.sales_start).sort();
  const ends = dates.map(({ event }) => event.sales_end ?? event.start_time).sort();
  const { start_time, sales_start } = first.event;
  return {
    count: dates.length,
    first_start_time: starts[0] ?? start_time,
    last_start_time: starts.at(-1) ?? start_time,
    venue_count: new Set(dates.map(({ event }) => event.venue_id)).size,
    price_min: Math.min(...inCurrency.map(({ price_min }) => price_min)),
    price_max: Math.max(...inCurrency.map(({ price_max }) => price_max)),
    sales_start: opens[0] ?? sales_start,
    sales_end: ends.at(-1) ?? start_time,
    seat_count: sum(forSale.map(({ event }) => event.seat_count)),
    seats_left: sum(forSale.map(seatsLeft)),
  };
}

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0);

/** Of every date of these rows. */
export const listDateIds = (rows: readonly Entry[], { datesOf }: Rows): EventId[] =>
  rows.flatMap((row) => (datesOf.get(row) ?? [row]).map(({ event }) => event.event_id));
