import { describe, expect, it } from "vitest";
import type { Core } from "../core.ts";
import type { EventCard } from "../event/event.ts";
import { knowEvents, makeCard } from "../testing/know-events.ts";
import { toInstant } from "../time.ts";
import type { SearchEvents } from "./search.ts";
import { searchEvents } from "./search-events.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

const know = async (...cards: EventCard[]): Promise<Core> => (await knowEvents(now, ...cards)).core;
const search = (core: Core, input: Partial<SearchEvents>) => searchEvents(core, { limit: 50, ...input });
const names = async (core: Core, input: Partial<SearchEvents>) =>
  (await search(core, input)).items.map(({ name }) => name);

describe("searching by text", () => {
  const concerts = [
    makeCard({ name: "Symphony No. 9", artists: ["Antonín Dvořák", "Karina Canellakis"], tags: ["orchestra"] }),
    makeCard({ name: "Winterreise", artists: ["Franz Schubert"], venue_name: "Wu Tsai Theater" }),
    makeCard({ name: "Messiah", description: "With the hallelujah that everyone knows", city: "Boston" }),
    makeCard({ name: "An evening with Dvořák", tags: ["talk"] }),
  ];

  it.each([
    ["winterreise", ["Winterreise"]],
    ["WINTERREISE", ["Winterreise"]],
    ["winterriese", ["Winterreise"]],
    ["wintereise", ["Winterreise"]],
    ["winterr", ["Winterreise"]],
    ["schubert", ["Winterreise"]],
    ["tsai", ["Winterreise"]],
    ["orchestra", ["Symphony No. 9"]],
    ["canelakis", ["Symphony No. 9"]],
    ["hallelujah", ["Messiah"]],
    ["boston", ["Messiah"]],
    ["Böston", ["Messiah"]],
    ["symphony canellakis", ["Symphony No. 9"]],
    ["symphony schubert", ["Symphony No. 9", "Winterreise"]],
    ["zzzzzz", []],
  ])("%s finds %j", async (text, found) => {
    expect(await names(await know(...concerts), { search: text })).toEqual(found);
  });

  it.each(["dvorak", "DVORAK", "dvorak ", "Dvo\u0159\u00e1k", "Dvor\u030ca\u0301k"])(
    "%s finds the composer however he is spelt, the title before the artist",
    async (text) => {
      expect(await names(await know(...concerts), { search: text })).toEqual([
        "An evening with Dvořák",
        "Symphony No. 9",
      ]);
    },
  );

  it("of blanks is ignored", async () => {
    expect(await names(await know(...concerts), { search: "  " })).toHaveLength(4);
  });

  it("allows no typo in a short word", async () => {
    const core = await know(makeCard({ name: "Bach" }), makeCard({ name: "Ives" }));
    expect(await names(core, { search: "ivx" })).toEqual([]);
    expect(await names(core, { search: "ive" })).toEqual(["Ives"]);
  });
});

describe("filtering by names and prices", () => {
  const concerts = [
    makeCard({
      name: "A",
      artists: ["Antonín Dvořák", "Kurt Masur"],
      tags: ["orchestral"],
      seat_type_prices: { S: 0, B: 9_000 },
    }),
    makeCard({ name: "B", artists: ["Kurt Masur"], tags: ["Orchestral", "piano"], city: "Kraków" }),
    makeCard({
      name: "C",
      artists: ["Masur Quartet"],
      tags: ["piano"],
      city: "Krakow",
      seat_type_prices: { S: 100, B: 200 },
    }),
  ];

  it.each<[Partial<SearchEvents>, string[]]>([
    [{ artist: "ANTONIN DVORAK" }, ["A"]],
    [{ artist: "kurt masur" }, ["A", "B"]],
    [{ artist: "masur" }, []],
    [{ tag: "orchestral" }, ["A", "B"]],
    [{ tag: "piano", artist: "Kurt Masur" }, ["B"]],
    [{ city: "krakow" }, ["B", "C"]],
    [{ city: "", artist: "", tag: "" }, ["A", "B", "C"]],
    [{ price_min: 4_500, price_max: 4_500 }, ["B"]],
    [{ price_max: 0 }, ["A"]],
    [{ price_min: 1, price_max: 99 }, []],
    [{ price_min: 200 }, ["A", "B", "C"]],
    [{ price_min: 201, price_max: 8_999 }, ["B"]],
    [{ price_min: 9_001 }, []],
  ])("%j matches whole names in any spelling, and events with a price in the range", async (input, found) => {
    expect(await names(await know(...concerts), input)).toEqual(found);
  });
});

describe("a list of events", () => {
  const concerts = [
    makeCard({ name: "late", start_time: "2027-03-01T20:00:00.000Z", seat_type_prices: { Stalls: 100, Box: 9_000 } }),
    makeCard({ name: "soon", start_time: "2027-01-02T20:00:00.000Z", seat_type_prices: { Stalls: 5_000 } }),
    makeCard({ name: "between", city: "Oslo", venue_id: "venue-00002", seat_type_prices: { Stalls: 300, Box: 400 } }),
  ];

  it("is sorted by time, or by the lowest price", async () => {
    const core = await know(...concerts);
    expect(await names(core, {})).toEqual(["soon", "between", "late"]);
    expect(await names(core, { sort: "price" })).toEqual(["late", "between", "soon"]);
    expect(await names(core, { sort: "date", search: "hall" })).toEqual(["soon", "between", "late"]);
  });

  it("can be of one city, ignoring case, or of one venue", async () => {
    const core = await know(...concerts);
    expect(await names(core, { city: "OSLO" })).toEqual(["between"]);
    expect(await names(core, { venue_id: concerts[2]?.venue_id })).toEqual(["between"]);
    expect(await names(core, { city: "Oslo", venue_id: concerts[0]?.venue_id })).toEqual([]);
  });

  it("has events until they end, and lists all cities", async () => {
    const start_time = toInstant(now - 3_600);
    const begun = makeCard({ name: "begun", start_time, duration: 61, city: "Bergen" });
    const ended = makeCard({ name: "ended", start_time, duration: 60, city: "Past" });
    const core = await know(...concerts, begun, ended);
    const { total, facets } = await search(core, { city: "Oslo" });
    expect([total, facets.cities.map(({ value }) => value)]).toEqual([1, ["New York", "Bergen", "Oslo"]]);
    const { items } = await search(core, {});
    expect(items.map(({ name }) => name)).toEqual(["begun", "soon", "between", "late"]);
    expect(items[0]?.end_time).toBe(toInstant(now + 60));
  });

  it("shows each event's lowest and highest price and the counted number of seats left", async () => {
    const { core, sold } = await knowEvents(now, ...concerts);
    const [soon, late] = [concerts[1]?.event_id ?? "", concerts[0]?.event_id ?? ""];
    sold.set(soon, 4).set(late, 11);
    const { items } = await search(core, {});
    expect(items.map(({ seats_left, price_min, price_max }) => [seats_left, price_min, price_max])).toEqual([
      [6, 5_000, 5_000],
      [10, 300, 400],
      [0, 100, 9_000],
    ]);
  });

  it("reads seat counts only for the events of the page, in one request", async () => {
    const { core, counted } = await knowEvents(now, ...Array.from({ length: 90 }, () => makeCard()));
    const { items } = await search(core, { limit: 80 });
    expect([items.length, counted()]).toEqual([80, 1]);
    await search(core, { city: "nowhere" });
    expect(counted()).toBe(1);
  });

  it("is paged, each event once", async () => {
    const core = await know(...concerts);
    const first = await search(core, { limit: 2 });
    const second = await search(core, { limit: 2, cursor: first.next_cursor ?? "" });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(["soon", "between", "late"]);
    expect(first.total).toBe(3);
    expect(second.next_cursor).toBeNull();
    expect((await search(core, { limit: 3 })).next_cursor).toBeNull();
  });

  it.each<Partial<SearchEvents>>([{ sort: "date" }, { sort: "price" }, { sort: "relevance", search: "concert" }])(
    "sorted by %j goes on behind what came last, whatever was added, changed or removed meanwhile",
    async (asked) => {
      const cards = Array.from({ length: 12 }, (_, i) =>
        makeCard({
          name: i % 3 === 0 ? "Concert" : `Evening ${i}`,
          artists: i % 3 === 1 ? ["Concert"] : [],
          description: "A concert",
          start_time: `2027-02-${String(10 + ((i * 5) % 12))}T20:00:00.000Z`,
          seat_type_prices: { Stalls: 100 * ((i * 7) % 12) },
        }),
      );
      const { core, cards: known } = await knowEvents(now, ...cards);
      const first = await search(core, { ...asked, limit: 4 });
      const whole = (await search(core, asked)).items.map(({ event_id }) => event_id);
      const gone = whole[3];
      known.splice(0, known.length, ...cards.filter(({ event_id }) => event_id !== gone));
      known.push(
        makeCard({ name: "Concert", start_time: "2027-01-02T20:00:00.000Z", seat_type_prices: { Stalls: 0 } }),
      );
      await core.catalog.load();
      const second = await search(core, { ...asked, limit: 4, cursor: first.next_cursor ?? "" });
      const third = await search(core, { ...asked, limit: 9, cursor: second.next_cursor ?? "" });
      const later = [...second.items, ...third.items].map(({ event_id }) => event_id);
      expect(later).toEqual(whole.slice(4));
      expect(third.next_cursor).toBeNull();
    },
  );

  it("refuses a cursor of another list", async () => {
    const core = await know(...concerts);
    const cursor = (await search(core, { limit: 1 })).next_cursor ?? "";
    for (const other of [
      { city: "New York" },
      { sort: "price" as const },
      { search: "soon" },
      { start_date: "2027-01-01" },
    ])
      await expect(search(core, { ...other, cursor })).rejects.toEqual(
        expect.objectContaining({ code: "INVALID_CURSOR" }),
      );
    expect((await search(core, { limit: 50, cursor })).items).toHaveLength(2);
  });
});
