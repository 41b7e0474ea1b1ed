import fc from "fast-check";
import { expect, it } from "vitest";
import type { EventCard } from "../event/event.ts";
import { knowEvents, makeCard } from "../testing/know-events.ts";
import { fold } from "../text/fold.ts";
import type { FacetValue, SearchEvents } from "./search.ts";
import { searchEvents } from "./search-events.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const maybe = (...values: unknown[]) => fc.option(oneOf(...values), { nil: undefined });
const venues = ["venue-00001", "venue-00002", "venue-00003"];

const anyCard = fc.record({
  name: oneOf("Evening of song", "Symphony", "A symphony of song"),
  city: oneOf("Oslo", "oslo", "Kraków", "Krakow", "New York"),
  artists: fc.array(oneOf("Dvořák", "Dvorak", "Masur", "Bach"), { maxLength: 3 }),
  tags: fc.array(oneOf("piano", "Piano", "vocal"), { maxLength: 2 }),
  venue_id: oneOf(...venues),
  start_time: oneOf("2026-12-30", "2026-12-31", "2027-01-14", "2027-01-15", "2027-02-01").map(
    (day) => `${day}T23:30:00.000Z`,
  ),
  timezone: oneOf("UTC", "Europe/Oslo"),
  seat_type_prices: fc.record({ Stalls: oneOf(0, 100, 250, 400), Box: oneOf(100, 300) }),
});

const anySearch = fc.record({
  search: maybe("song", "symphony", "song symphony"),
  city: maybe("OSLO", "krakow", "Paris"),
  artist: maybe("dvorak", "BACH", "Nobody"),
  tag: maybe("PIANO", "vocal"),
  venue_id: maybe(...venues),
  start_date: maybe("2027-01-01", "2027-01-15"),
  end_date: maybe("2027-01-15", "2027-03-01"),
  price_min: maybe(0, 100, 101),
  price_max: maybe(200, 250),
  sort: maybe("date", "price"),
}) as fc.Arbitrary<Omit<SearchEvents, "limit" | "cursor">>;

type Filters = Omit<SearchEvents, "limit" | "cursor">;
type Rule = (card: EventCard, filters: Filters, cards: EventCard[]) => boolean;

const isSame = (a: string, b: string | undefined) => b === undefined || fold(a) === fold(b);
/** All dates are in winter. */
const hoursEast = { UTC: 0, "Europe/Oslo": 1 } as Record<string, number>;
const dateOf = ({ start_time, timezone }: EventCard) =>
  new Date(Date.parse(start_time) + (hoursEast[timezone] ?? 0) * 3_600_000).toISOString().slice(0, 10);

const countWords = ({ name }: EventCard, search: string) =>
  search.split(" ").filter((word) => fold(name).includes(word)).length;

function isUpcoming({ start_time, duration }: EventCard): boolean {
  return Date.parse(start_time) + duration * 60_000 > now * 1000;
}

/** The filter rules, each on its own. */
const rules = {
  upcoming: isUpcoming,
  text: (card, { search = "" }, cards) =>
    countWords(card, search) === Math.max(1, ...cards.filter(isUpcoming).map((other) => countWords(other, search))),
  dates: (card, { start_date = "", end_date = "9" }) => start_date <= dateOf(card) && dateOf(card) <= end_date,
  cities: ({ city }, filters) => isSame(city, filters.city),
  artists: ({ artists }, { artist }) => artist === undefined || artists.some((name) => isSame(name, artist)),
  tags: ({ tags }, { tag }) => tag === undefined || tags.some((name) => isSame(name, tag)),
  venues: ({ venue_id }, filters) => isSame(venue_id, filters.venue_id),
  price: ({ seat_type_prices }, { price_min = 0, price_max = Number.POSITIVE_INFINITY }) =>
    Object.values(seat_type_prices).some((price) => price_min <= price && price <= price_max),
} satisfies Record<string, Rule>;

function keep(cards: EventCard[], filters: Filters, without?: keyof typeof rules): EventCard[] {
  const names = (Object.keys(rules) as (keyof typeof rules)[]).filter((name) => name !== without);
  const known = cards.filter((card) => rules.upcoming(card));
  return cards.filter((card) => names.every((name) => rules[name](card, filters, known)));
}

function countBy(cards: EventCard[], valuesOf: (card: EventCard) => string[], chosen: string | undefined) {
  const counts = new Map<string, number>(chosen === undefined ? [] : [[fold(chosen), 0]]);
  for (const card of cards)
    for (const value of new Set(valuesOf(card).map(fold))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort();
}

const folded = (values: FacetValue[]) => values.map(({ value, count }) => [fold(value), count]).sort();

it("lists and counts the same as the rules applied one by one", async () => {
  const check = async (changes: object[], filters: Filters) => {
    const cards = changes.map((change) => makeCard(change));
    const { core } = await knowEvents(now, ...cards);
    const { items, total, facets } = await searchEvents(core, { ...filters, limit: 200 });
    const order = (card: EventCard) =>
      filters.sort === "price" ? Math.min(...Object.values(card.seat_type_prices)) : Date.parse(card.start_time);
    const expected = keep(cards, filters);
    expect(items.map(({ event_id }) => event_id).sort()).toEqual(expected.map(({ event_id }) => event_id).sort());
    expect(total).toBe(expected.length);
    if (filters.sort) expect(items.map(order)).toEqual(items.map(order).toSorted((a, b) => a - b));

    expect(folded(facets.cities)).toEqual(countBy(keep(cards, filters, "cities"), ({ city }) => [city], filters.city));
    expect(folded(facets.artists)).toEqual(
      countBy(keep(cards, filters, "artists"), (card) => card.artists, filters.artist),
    );
    expect(folded(facets.tags)).toEqual(countBy(keep(cards, filters, "tags"), (card) => card.tags, filters.tag));
    const ofVenue = ({ venue_id }: EventCard) => [venue_id];
    expect(folded(facets.venues)).toEqual(countBy(keep(cards, filters, "venues"), ofVenue, filters.venue_id));
    const prices = keep(cards, filters, "price").flatMap((card) => Object.values(card.seat_type_prices));
    const range = { min: Math.min(...prices), max: Math.max(...prices) };
    expect(facets.price).toEqual(prices.length > 0 ? { ...range, currency: "USD" } : null);
  };
  await fc.assert(fc.asyncProperty(fc.array(anyCard, { maxLength: 12 }), anySearch, check), { numRuns: 200 });
});

it("lists the fifty most frequent values of a field, ties by name, and the selected one", async () => {
  const artist = (i: number) => `Artist ${String(i).padStart(2, "0")}`;
  const cards = Array.from({ length: 60 }, (_, i) => makeCard({ artists: [artist(i)] }));
  const { core } = await knowEvents(
    now,
    ...cards,
    makeCard({ artists: [artist(57), artist(59)] }),
    makeCard({ artists: [artist(59)] }),
  );
  const list = async (more: Partial<SearchEvents>) => (await searchEvents(core, { limit: 1, ...more })).facets.artists;
  const first = await list({});
  expect(first).toHaveLength(50);
  expect(first.slice(0, 4)).toEqual([
    { value: artist(59), count: 3 },
    { value: artist(57), count: 2 },
    { value: artist(0), count: 1 },
    { value: artist(1), count: 1 },
  ]);
  const chosen = await list({ artist: artist(56).toUpperCase() });
  expect([chosen.length, chosen.at(-1)]).toEqual([50, { value: artist(56), count: 1 }]);
  const unknown = await list({ artist: "Nobody at all" });
  expect([unknown.length, unknown.at(-1)]).toEqual([50, { value: "Nobody at all", count: 0 }]);
});

it("shows the price range under the other filters, ignoring the price filter itself", async () => {
  const { core } = await knowEvents(
    now,
    makeCard({ city: "Oslo", seat_type_prices: { Stalls: 300, Box: 900 } }),
    makeCard({ city: "Oslo", seat_type_prices: { Stalls: 100 } }),
    makeCard({ city: "Vail", seat_type_prices: { Stalls: 0 } }),
  );
  const range = async (more: Partial<SearchEvents>) => (await searchEvents(core, { limit: 1, ...more })).facets.price;
  expect(await range({})).toEqual({ min: 0, max: 900, currency: "USD" });
  expect(await range({ city: "Oslo", price_min: 800 })).toEqual({ min: 100, max: 900, currency: "USD" });
  expect(await range({ city: "Paris" })).toBeNull();
});

it("shows venues by their names", async () => {
  const { core } = await knowEvents(now, makeCard({ venue_id: venues[1], venue_name: "Small hall" }), makeCard());
  expect((await searchEvents(core, { limit: 1 })).facets.venues).toEqual([
    { value: venues[0], label: "Great hall", count: 1 },
    { value: venues[1], label: "Small hall", count: 1 },
  ]);
});
