import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListedEvent } from "../event/event.ts";
import { knowEvents, makeCard } from "../testing/know-events.ts";
import { SearchEvents } from "./search.ts";
import { searchEvents } from "./search-events.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const maybe = (...values: unknown[]) => fc.option(oneOf(...values), { nil: undefined });

const anyCard = fc.record({
  series_id: oneOf(null, null, "series-00001", "series-00002", "series-00003"),
  name: oneOf("Evening of song", "Symphony", "A symphony of song"),
  city: oneOf("Oslo", "Wien"),
  artists: fc.subarray(["Masur", "Bach"]),
  venue_id: oneOf("venue-00001", "venue-00002"),
  currency: oneOf("USD", "USD", "EUR"),
  start_time: oneOf("2026-12-31", "2027-01-14", "2027-01-15", "2027-02-01").map((day) => `${day}T20:00:00.000Z`),
  sales_end: oneOf(null, null, "2026-12-01T00:00:00.000Z"),
  seat_type_prices: fc.record({ Stalls: oneOf(0, 100, 250, 400), Box: oneOf(100, 300) }),
});

const anySearch = fc.record({
  search: maybe("song", "symphony", "song symphony"),
  city: maybe("Oslo", "Wien", "Paris"),
  artist: maybe("Masur", "Bach"),
  venue_id: maybe("venue-00001"),
  start_date: maybe("2027-01-15"),
  end_date: maybe("2027-01-15", "2027-03-01"),
  price_min: maybe(0, 101),
  price_max: maybe(200, 250),
  // By default the currency of most rows, which need not be that of most events.
  currency: oneOf("USD", "EUR"),
  sort: maybe("date", "price", "relevance"),
}) as fc.Arbitrary<Omit<SearchEvents, "limit" | "cursor">>;

const idsOf = (items: readonly ListedEvent[]) => items.map(({ event_id }) => event_id);
const rowOf = ({ series_id, event_id }: ListedEvent) => series_id ?? event_id;

function countRows(items: readonly ListedEvent[]): ListedEvent[][] {
  const rows = new Map<string, ListedEvent[]>();
  for (const item of items) rows.set(rowOf(item), [...(rows.get(rowOf(item)) ?? []), item]);
  return [...rows.values()];
}

async function checkRows(changes: object[], query: Omit<SearchEvents, "limit" | "cursor">) {
  const { core, sold } = await knowEvents(now, ...changes.map((change) => makeCard(change)));
  const events = (await searchEvents(core, { ...query, limit: 200 })).items;
  for (const [i, { event_id }] of events.entries()) sold.set(event_id, (i * 5) % 11);
  const asked = { ...query, by_series: true };
  const whole = await searchEvents(core, { ...asked, limit: 200 });
  const rows = countRows(events);
  expect(idsOf(whole.items)).toEqual(rows.map(([first]) => first?.event_id));
  expect(whole.total).toBe(rows.length);
  expect(whole.items.map(({ dates }) => dates?.count ?? 1)).toEqual(rows.map((row) => row.length));
  for (const [i, { dates, currency }] of whole.items.entries()) {
    const row = rows[i] ?? [];
    const comparable = row.filter((date) => date.currency === currency);
    const starts = row.map(({ start_time }) => start_time).sort();
    expect(dates !== undefined).toBe(row[0]?.series_id !== null);
    if (!dates) continue;
    expect([dates.first_start_time, dates.last_start_time]).toEqual([starts[0], starts.at(-1)]);
    expect(dates.price_min).toBe(Math.min(...comparable.map(({ price_min }) => price_min)));
    expect(dates.price_max).toBe(Math.max(...comparable.map(({ price_max }) => price_max)));
    expect(dates.venue_count).toBe(new Set(row.map(({ venue_id }) => venue_id)).size);
  }
  const [city] = whole.facets.cities;
  if (city) expect((await searchEvents(core, { ...asked, city: city.value, limit: 1 })).total).toBe(city.count);
  for (const { without, count } of whole.hints) {
    if (without !== "city" && without !== "artist" && without !== "venue_id") continue;
    expect((await searchEvents(core, { ...asked, [without]: undefined, limit: 1 })).total).toBe(count);
  }

  const paged: ListedEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await searchEvents(core, { ...asked, limit: 2, cursor });
    paged.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(paged).toEqual(whole.items);
}

describe("a search by series", () => {
  it("has the dates of the same search without it, each series once, and its pages are the whole", async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyCard, { maxLength: 14 }), anySearch, checkRows), { numRuns: 400 });
  });

  const series = (day: number, change: object = {}) =>
    makeCard({ series_id: "series-00001", name: `Day ${day}`, start_time: `2027-02-0${day}T20:00:00.000Z`, ...change });
  const search = async (known: Awaited<ReturnType<typeof knowEvents>>, input: object = {}) =>
    searchEvents(known.core, SearchEvents.parse({ by_series: "true", ...input }));

  it("has seats left as long as a date has that is not over", async () => {
    const ended = series(3, { sales_end: "2026-12-01T00:00:00.000Z" });
    const [first, second] = [series(1), series(2)];
    const known = await knowEvents(now, first, second, ended);
    known.sold.set(first.event_id, 10).set(second.event_id, 7);
    const [row] = (await search(known)).items;
    expect(row).toMatchObject({ name: "Day 1", seats_left: 0, dates: { count: 3, seats_left: 3, seat_count: 20 } });
  });

  it("names what matches only", async () => {
    const known = await knowEvents(now, series(1), series(2), series(3, { seat_type_prices: { S: 100 } }));
    const [row] = (await search(known, { start_date: "2027-02-02" })).items;
    expect(row).toMatchObject({ name: "Day 2", dates: { count: 2, price_min: 100 } });
    expect((await search(known, { sort: "price" })).items.map(({ name }) => name)).toEqual(["Day 3"]);
  });

  it("repeats no series that came last, even if its date is gone, and misses no row behind it", async () => {
    const [first, second] = [series(1), series(4)];
    const others = [2, 3, 5].map((day) => series(day, { series_id: null }));
    const known = await knowEvents(now, first, second, ...others);
    const page = await search(known, { limit: 1 });
    known.cards.shift();
    await known.core.catalog.load();
    const { items } = await search(known, { cursor: page.next_cursor });
    expect(items.map(({ name }) => name)).toEqual(["Day 2", "Day 3", "Day 5"]);
  });

  it("is not of one's own events, and its cursor not of a list of dates", async () => {
    expect(SearchEvents.safeParse({ mine: true, by_series: true }).success).toBe(false);
    const known = await knowEvents(now, series(1), series(2, { series_id: null }));
    const { next_cursor } = await search(known, { limit: 1 });
    const asked = searchEvents(known.core, { limit: 1, cursor: next_cursor ?? "" });
    await expect(asked).rejects.toEqual(expect.objectContaining({ code: "INVALID_CURSOR" }));
  });
});
