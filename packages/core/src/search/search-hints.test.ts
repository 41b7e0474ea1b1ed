import { describe, expect, it } from "vitest";
import { VenueId } from "../ids.ts";
import { knowEvents, makeCard } from "../testing/know-events.ts";
import { toInstant } from "../time.ts";
import type { SearchEvents } from "./search.ts";
import { searchEvents } from "./search-events.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

const known = knowEvents(
  now,
  makeCard({ name: "Mahler", city: "Oslo", artists: ["Gustavo Dudamel"], start_time: "2027-02-05T19:00:00.000Z" }),
  makeCard({ name: "Mahler again", city: "Oslo", tags: ["choir"], start_time: "2027-03-05T19:00:00.000Z" }),
  makeCard({ name: "Tosca", city: "Wien", tags: ["opera"], start_time: "2027-02-10T19:00:00.000Z" }),
  makeCard({ name: "Tosca in Rome", city: "Roma", seat_type_prices: { S: 99_000 } }),
  makeCard({ name: "Black Friday Jam", city: "Wien", start_time: "2027-11-26T23:30:00.000Z" }),
  makeCard({ name: "Ended", city: "Past", start_time: toInstant(now - 86_400) }),
);

const search = async (input: Partial<SearchEvents>) => searchEvents((await known).core, { limit: 50, ...input });

describe("an empty answer", () => {
  it.each<[Partial<SearchEvents>, [string, number][]]>([
    [
      { search: "mahler", city: "Wien" },
      [
        ["search", 2],
        ["city", 2],
      ],
    ],
    [{ search: "mahler", tag: "opera", city: "Oslo" }, [["tag", 2]]],
    [
      { search: "tosca", price_min: 50_000, city: "Wien" },
      [
        ["price", 1],
        ["city", 1],
      ],
    ],
    [{ artist: "Nobody", city: "Oslo" }, [["artist", 2]]],
    [{ venue_id: VenueId.parse("venue-00009") }, [["venue_id", 5]]],
    [{ search: "zzyzzyva" }, [["search", 5]]],
    [{ search: "!?", city: "Roma" }, [["search", 1]]],
    [{ search: "zzyzzyva", city: "Nowhere" }, []],
    [{ city: "Past" }, [["city", 5]]],
  ])("to %j tells what each filter alone keeps out: %j", async (input, expected) => {
    const { total, hints } = await search(input);
    expect(total).toBe(0);
    const told = hints.map(({ without, count }): [string, number] => [without, count]);
    expect(told.toSorted()).toEqual(expected.toSorted());
    expect(hints.map(({ count }) => count)).toEqual(hints.map(({ count }) => count).toSorted((a, b) => b - a));
  });

  it.each<[Partial<SearchEvents>, next: string | null, previous: string | null]>([
    [{ search: "mahler", start_date: "2027-02-06", end_date: "2027-02-28" }, "2027-03-05", "2027-02-05"],
    [{ search: "mahler", end_date: "2027-01-31" }, "2027-02-05", null],
    [{ city: "Wien", start_date: "2027-02-11", end_date: "2027-02-12" }, "2027-11-26", "2027-02-10"],
    [{ search: "mahler", start_date: "2027-04-01" }, null, "2027-03-05"],
    [{ start_date: "2028-01-01", end_date: "2028-12-31" }, null, "2027-11-26"],
    [{ search: "mahler", city: "Wien", end_date: "2027-01-31" }, null, null],
    [{ search: "zzyzzyva" }, null, null],
  ])("to %j says the nearest dates, in the venue's time zone: %s and %s", async (input, next, previous) => {
    const { total, next_date, previous_date } = await search(input);
    expect([total, next_date, previous_date]).toEqual([0, next, previous]);
  });

  it("is not explained where there is something", async () => {
    expect(await search({ search: "mahler" })).toMatchObject({ total: 2, matched: "all", hints: [], next_date: null });
  });
});

describe("a text of which no event has all words", () => {
  it.each([
    ["dudamel friday", ["Black Friday Jam", "Mahler"]],
    ["gustavo dudamel friday", ["Mahler"]],
    ["mahler, dudamel & friday", ["Mahler"]],
    ["tosca zzyzzyva", ["Tosca", "Tosca in Rome"]],
    ["dudamel/friday", ["Black Friday Jam", "Mahler"]],
    ["zzyzzyva t", []],
  ])("%s finds those with the most of them: %j", async (text, names) => {
    const { items, matched } = await search({ search: text });
    expect(items.map(({ name }) => name).toSorted()).toEqual(names);
    expect(matched).toBe(names.length > 0 ? "some" : "all");
  });

  it("is still filtered, and hints count what matches in part", async () => {
    expect(await search({ search: "dudamel friday", city: "Wien" })).toMatchObject({ total: 1, matched: "some" });
    const { total, matched, hints } = await search({ search: "dudamel friday", city: "Roma" });
    expect([total, matched]).toEqual([0, "some"]);
    expect(hints).toContainEqual({ without: "city", count: 2 });
  });

  it("in a script without spaces finds those with a part of it", async () => {
    const { core } = await knowEvents(now, makeCard({ name: "贝多芬音乐会" }), makeCard({ name: "古琴雅集" }));
    const answer = await searchEvents(core, { search: "贝多芬星期五", limit: 5 });
    expect([answer.matched, answer.items.map(({ name }) => name)]).toEqual(["some", ["贝多芬音乐会"]]);
    expect((await searchEvents(core, { search: "莫扎特", limit: 5 })).total).toBe(0);
    expect((await searchEvents(core, { search: "芬古", limit: 5 })).total).toBe(0);
  });

  it("offers nothing by a word that most of many events have", async () => {
    const cards = Array.from({ length: 30 }, (_, i) => makeCard({ name: `The concert ${i}` }));
    const { core } = await knowEvents(now, ...cards, makeCard({ name: "The fidelio" }));
    const answer = await searchEvents(core, { search: "the zzyzzyva", limit: 5 });
    expect([answer.total, answer.matched]).toEqual([0, "all"]);
    expect((await searchEvents(core, { search: "the fidelio zzyzzyva", limit: 5 })).total).toBe(1);
  });
});

it.each(["!?", "–", "&", "🎻", "...", "€ $", "\u200b", "、。"])(
  "%j has no word, finds nothing, and says so",
  async (text) => {
    expect(await search({ search: text })).toMatchObject({ total: 0, items: [], matched: "no_words" });
  },
);

it.each(["", " ", "\t\n "])("%j is no search", async (text) => {
  expect(await search({ search: text })).toMatchObject({ total: 5, matched: "all" });
});
