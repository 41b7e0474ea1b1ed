import type { BatchGetCommandInput, GetCommandInput, QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { type Core, createCore } from "../core.ts";
import { fakeTable } from "../testing/fake-table.ts";
import { toInstant } from "../time.ts";
import { createCatalogue } from "./catalogue.ts";
import { EventCard, type SearchEvents } from "./event.ts";
import { fold } from "./fold.ts";
import { searchEvents } from "./search-events.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

let numbers = 0;
function card(change: Partial<Record<keyof EventCard, unknown>>): EventCard {
  return EventCard.parse({
    event_id: `event-${String(++numbers).padStart(5, "0")}`,
    venue_id: "venue-00001",
    name: "Concert",
    start_time: "2027-02-01T20:00:00.000Z",
    duration: 120,
    artists: [],
    tags: [],
    description: "",
    seat_type_prices: { Stalls: 4500 },
    currency: "USD",
    sales_start: "2026-01-01T00:00:00.000Z",
    sales_end: null,
    seat_count: 10,
    layout_id: "layout-venue-00001-1",
    venue_name: "Great hall",
    city: "New York",
    timezone: "America/New_York",
    ...change,
  });
}

/** A core that knows these events, as far as searching needs one. */
async function know(...cards: EventCard[]): Promise<Core> {
  const { table } = fakeTable<BatchGetCommandInput>(({ RequestItems }) =>
    RequestItems ? { Responses: { evently: [] } } : { Items: cards },
  );
  const parts = { table, rules: {} as Core["rules"], gateway: {} as Core["gateway"], secret: "0".repeat(32) };
  const core = createCore({ ...parts, clock: () => now });
  await core.catalogue.load();
  return core;
}

const search = (core: Core, input: Partial<SearchEvents>) => searchEvents(core, { limit: 50, ...input });
const names = async (core: Core, input: Partial<SearchEvents>) =>
  (await search(core, input)).items.map(({ name }) => name);

describe("searching by text", () => {
  const concerts = [
    card({ name: "Symphony No. 9", artists: ["Antonín Dvořák", "Karina Canellakis"], tags: ["orchestra"] }),
    card({ name: "Winterreise", artists: ["Franz Schubert"], venue_name: "Wu Tsai Theater" }),
    card({ name: "Messiah", description: "With the hallelujah that everyone knows", city: "Boston" }),
    card({ name: "An evening with Dvořák", tags: ["talk"] }),
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
    ["symphony schubert", []],
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

  it("of blanks is no search", async () => {
    expect(await names(await know(...concerts), { search: "  " })).toHaveLength(4);
  });

  it("forgives no typo in a word so short that it would be another", async () => {
    const core = await know(card({ name: "Bach" }), card({ name: "Ives" }));
    expect(await names(core, { search: "ivx" })).toEqual([]);
    expect(await names(core, { search: "ive" })).toEqual(["Ives"]);
  });

  it("folds capitals and marks, and leaves other scripts alone", () => {
    expect(fold("Dvořák ÅNGSTRÖM")).toBe("dvorak angstrom");
    expect(fold("Чайковский")).toBe("чаиковскии");
    expect(fold("久石譲")).toBe("久石譲");
  });
});

describe("filtering by date", () => {
  // 02:00 UTC of the 15th is nine in the evening of the 14th in New York and eleven in the morning of the 15th in Tokyo.
  const start_time = "2027-01-15T02:00:00.000Z";
  const concerts = [
    card({ name: "New York", start_time }),
    card({ name: "Tokyo", start_time, city: "Tokyo", timezone: "Asia/Tokyo" }),
  ];

  it.each([
    [{ start_date: "2027-01-14", end_date: "2027-01-14" }, ["New York"]],
    [{ start_date: "2027-01-15", end_date: "2027-01-15" }, ["Tokyo"]],
    [{ start_date: "2027-01-15" }, ["Tokyo"]],
    [{ end_date: "2027-01-14" }, ["New York"]],
    [{ start_date: "2027-01-14", end_date: "2027-01-15" }, ["New York", "Tokyo"]],
    [{ start_date: "2027-01-16" }, []],
    [{ end_date: "2027-01-13" }, []],
  ])("%j is meant in each venue's own zone, both days inclusive", async (dates, found) => {
    expect(await names(await know(...concerts), dates)).toEqual(found);
  });

  it("follows the venue's clock over the change to summer time", async () => {
    // At 23:30 of 14 March 2027 New York is at UTC-4, where it was at UTC-5 the evening before.
    const core = await know(
      card({ name: "before", start_time: "2027-03-14T04:30:00.000Z" }),
      card({ name: "after", start_time: "2027-03-15T03:30:00.000Z" }),
    );
    expect(await names(core, { start_date: "2027-03-13", end_date: "2027-03-13" })).toEqual(["before"]);
    expect(await names(core, { start_date: "2027-03-14", end_date: "2027-03-14" })).toEqual(["after"]);
  });
});

describe("a list of events", () => {
  const concerts = [
    card({ name: "late", start_time: "2027-03-01T20:00:00.000Z", seat_type_prices: { Stalls: 100, Box: 9_000 } }),
    card({ name: "soon", start_time: "2027-01-02T20:00:00.000Z", seat_type_prices: { Stalls: 5_000 } }),
    card({ name: "between", city: "Oslo", venue_id: "venue-00002", seat_type_prices: { Stalls: 300, Box: 400 } }),
  ];

  it("is in order of time, or of the lowest price where that is wanted", async () => {
    const core = await know(...concerts);
    expect(await names(core, {})).toEqual(["soon", "between", "late"]);
    expect(await names(core, { sort: "price" })).toEqual(["late", "between", "soon"]);
    expect(await names(core, { sort: "date", search: "hall" })).toEqual(["soon", "between", "late"]);
  });

  it("can be of one city, whatever its capitals, or of one venue", async () => {
    const core = await know(...concerts);
    expect(await names(core, { city: "OSLO" })).toEqual(["between"]);
    expect(await names(core, { venue_id: concerts[2]?.venue_id })).toEqual(["between"]);
    expect(await names(core, { city: "Oslo", venue_id: concerts[0]?.venue_id })).toEqual([]);
  });

  it("has nothing that has begun, and tells all cities there are to choose from", async () => {
    const begun = card({ name: "begun", start_time: toInstant(now), city: "Past" });
    const core = await know(...concerts, begun);
    const { total, facets } = await search(core, { city: "Oslo" });
    expect([total, facets.cities.map(({ value }) => value)]).toEqual([1, ["New York", "Oslo"]]);
    expect(await names(core, {})).not.toContain("begun");
  });

  it("comes in pages that together are the whole list, each event once", async () => {
    const core = await know(...concerts);
    const first = await search(core, { limit: 2 });
    const second = await search(core, { limit: 2, cursor: first.next_cursor ?? "" });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(["soon", "between", "late"]);
    expect(first.total).toBe(3);
    expect(second.next_cursor).toBeNull();
    expect((await search(core, { limit: 3 })).next_cursor).toBeNull();
  });

  it("does not go on from a cursor of another list", async () => {
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

describe("following the log of changes", () => {
  /** A table of events and the log of their changes, and what of it was asked for. */
  function openLog() {
    const events = new Map<string, Record<string, unknown>>();
    const changes: { sk: string; event_id: string }[] = [];
    const asked: { from: string[]; read: string[] } = { from: [], read: [] };
    let time = now;
    const { table } = fakeTable<GetCommandInput & QueryCommandInput>(({ Key, ExpressionAttributeValues: values }) => {
      if (Key) {
        asked.read.push(Key.pk);
        return { Item: events.get(Key.pk) };
      }
      const from = String(values?.[":from"]);
      asked.from.push(from);
      return { Items: changes.filter(({ sk }) => sk >= from) };
    });
    const catalogue = createCatalogue(table, () => time);
    return {
      catalogue,
      asked,
      change(event: EventCard, status: string, at = time) {
        events.set(event.event_id, { ...event, status, owner_id: "user-00001", created_at: toInstant(now) });
        changes.push({ sk: `${toInstant(at)}-${event.event_id}`, event_id: event.event_id });
      },
      advance(seconds: number) {
        time += seconds;
      },
    };
  }

  it("shows what was published, hides what was paused, and takes over what was changed", async () => {
    const { catalogue, change, advance } = openLog();
    const [shown, other] = [card({ name: "Fidelio" }), card({ name: "Tosca" })];
    change(shown, "published");
    change(other, "draft");
    await catalogue.follow();
    expect(catalogue.list()).toEqual([shown]);
    expect([...catalogue.search("fidelio").keys()]).toEqual([shown.event_id]);
    advance(1);
    change({ ...shown, name: "Leonore" }, "published");
    await catalogue.follow();
    expect(catalogue.search("fidelio").size).toBe(0);
    expect(catalogue.search("leonore").size).toBe(1);
    advance(1);
    change(shown, "paused");
    await catalogue.follow();
    expect(catalogue.list()).toEqual([]);
    expect(catalogue.search("leonore").size).toBe(0);
  });

  it("looks back ten seconds for clocks that differ, and reads no change twice for it", async () => {
    const { catalogue, asked, change, advance } = openLog();
    const late = card({ name: "late" });
    await catalogue.follow();
    advance(5);
    change(card({ name: "first" }), "published");
    await catalogue.follow();
    advance(1);
    // Another process whose clock is eight seconds behind.
    change(late, "published", now + 6 - 8);
    await catalogue.follow();
    expect(
      catalogue
        .list()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["first", "late"]);
    expect(asked.from.slice(1)).toEqual([toInstant(now - 10), toInstant(now - 5)]);
    await catalogue.follow();
    expect(asked.read).toHaveLength(2);
  });

  it("reads an event once however often it changed", async () => {
    const { catalogue, asked, change } = openLog();
    const event = card({});
    for (let i = 0; i < 5; i++) change(event, "published", now + i);
    await catalogue.follow();
    expect(asked.read).toEqual([event.event_id]);
  });
});
