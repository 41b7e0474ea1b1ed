import { expect, it } from "vitest";
import type { EventCard } from "../event/event.ts";
import { largestAmount } from "../money/money.rules.ts";
import { knowEvents, makeCard } from "../testing/know-events.ts";
import { SearchEvents } from "./search.ts";
import { searchEvents } from "./search-events.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

const priced = (
  name: string,
  currency: string,
  Stalls: number,
  change: Partial<Record<keyof EventCard, unknown>> = {},
) => makeCard({ name, currency, seat_type_prices: { Stalls }, ...change });

const cards = [
  priced("Dear euros", "EUR", 9_000),
  priced("Cheap euros", "EUR", 3_000, { city: "Wien" }),
  priced("Some euros", "EUR", 5_000),
  priced("Yen", "JPY", 4_000),
  priced("Dear dollars", "USD", 6_000, { city: "Wien" }),
  priced("Cheap dollars", "USD", 100),
];

async function search(input: Partial<SearchEvents>, known = cards) {
  const { core } = await knowEvents(now, ...known);
  const answer = await searchEvents(core, { limit: 50, ...input });
  return { ...answer, names: answer.items.map(({ name }) => name) };
}

it.each<[Partial<SearchEvents>, string[]]>([
  [{ price_max: 5_000 }, ["Cheap euros", "Some euros"]],
  [{ price_max: 5_000, currency: "USD" }, ["Cheap dollars"]],
  [{ price_max: 5_000, currency: "JPY" }, ["Yen"]],
  [{ price_min: 1, currency: "CHF" }, []],
  [{ price_max: 6_000, city: "Wien", currency: "USD" }, ["Dear dollars"]],
  [{ price_max: 6_000, city: "Wien" }, ["Cheap euros"]],
  [{ price_min: 1, search: "dollars" }, ["Dear dollars", "Cheap dollars"]],
])("%j matches events of one currency: the one asked for, else the most frequent", async (input, names) => {
  expect((await search({ sort: "date", ...input })).names).toEqual(names);
});

it("a currency alone excludes nothing", async () => {
  expect((await search({ currency: "USD" })).total).toBe(cards.length);
});

it.each<[Partial<SearchEvents>, string[]]>([
  [{}, ["Cheap euros", "Some euros", "Dear euros", "Yen", "Cheap dollars", "Dear dollars"]],
  [{ currency: "USD" }, ["Cheap dollars", "Dear dollars", "Cheap euros", "Some euros", "Dear euros", "Yen"]],
  [{ search: "dollars" }, ["Cheap dollars", "Dear dollars"]],
])(
  "the order by price of %j has one currency first, and the others behind it, each by itself",
  async (input, names) => {
    expect((await search({ sort: "price", ...input })).names).toEqual(names);
  },
);

it("the largest amounts don't reach into another currency", async () => {
  const known = [
    priced("Dong", "VND", largestAmount),
    priced("Kwacha", "ZMW", 1),
    priced("Rand", "ZAR", largestAmount),
  ];
  const { names } = await search({ sort: "price", currency: "VND" }, [...known, priced("Dirham", "AED", 5)]);
  expect(names).toEqual(["Dong", "Dirham", "Rand", "Kwacha"]);
});

it("pages by price stay in the currency of the first page, whichever becomes the most frequent", async () => {
  const { core, cards: known } = await knowEvents(now, ...cards);
  const first = await searchEvents(core, { sort: "price", limit: 2 });
  for (let i = 0; i < 5; i++) known.push(priced(`New dollars ${i}`, "USD", 20_000 + i));
  await core.catalog.load();
  const cursor = first.next_cursor ?? "";
  const second = await searchEvents(core, { sort: "price", limit: 50, cursor, currency: undefined });
  expect(second.items.slice(0, 4).map(({ name }) => name)).toEqual([
    "Dear euros",
    "Yen",
    "Cheap dollars",
    "Dear dollars",
  ]);
});

it("finds events in a currency that was withdrawn since", async () => {
  const asked = SearchEvents.parse({ currency: "BGN", price_max: 5_000 });
  const { names, facets } = await search(asked, [...cards, priced("Leva", "BGN", 4_000)]);
  expect(names).toEqual(["Leva"]);
  expect(facets.currencies).toContainEqual({ value: "BGN", count: 1 });
});

it("tells the currencies, and the range of prices in one of them", async () => {
  const currencies = [
    { value: "EUR", count: 3 },
    { value: "USD", count: 2 },
    { value: "JPY", count: 1 },
  ];
  expect((await search({})).facets).toMatchObject({ currencies, price: { min: 3_000, max: 9_000, currency: "EUR" } });
  expect((await search({ currency: "USD", price_max: 200 })).facets).toMatchObject({
    currencies,
    price: { min: 100, max: 6_000, currency: "USD" },
  });
  const { facets } = await search({ currency: "CHF" });
  expect([facets.currencies.at(-1), facets.price]).toEqual([{ value: "CHF", count: 0 }, null]);
  expect((await search({}, [])).facets).toMatchObject({ currencies: [], price: null });
});
