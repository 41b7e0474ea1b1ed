import { describe, expect, it } from "vitest";
import type { Core } from "../core.ts";
import type { EventCard } from "../event/event.ts";
import { SeriesId } from "../ids.ts";
import { knowEvents, makeCard } from "../testing/know-events.ts";
import type { SearchEvents } from "./search.ts";
import { searchEvents } from "./search-events.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

const know = async (...cards: EventCard[]): Promise<Core> => (await knowEvents(now, ...cards)).core;
const names = async (core: Core, input: Partial<SearchEvents>) =>
  (await searchEvents(core, { limit: 50, ...input })).items.map(({ name }) => name);

describe("filtering by date", () => {
  // 02:00 UTC of the 15th is nine in the evening of the 14th in New York and eleven in the morning of the 15th in Tokyo.
  const start_time = "2027-01-15T02:00:00.000Z";
  const concerts = [
    makeCard({ name: "New York", start_time }),
    makeCard({ name: "Tokyo", start_time, city: "Tokyo", timezone: "Asia/Tokyo" }),
  ];

  it.each([
    [{ start_date: "2027-01-14", end_date: "2027-01-14" }, ["New York"]],
    [{ start_date: "2027-01-15", end_date: "2027-01-15" }, ["Tokyo"]],
    [{ start_date: "2027-01-15" }, ["Tokyo"]],
    [{ end_date: "2027-01-14" }, ["New York"]],
    [{ start_date: "2027-01-14", end_date: "2027-01-15" }, ["New York", "Tokyo"]],
    [{ start_date: "2027-01-16" }, []],
    [{ end_date: "2027-01-13" }, []],
  ])("%j applies in each venue's own zone, both days inclusive", async (dates, found) => {
    expect(await names(await know(...concerts), dates)).toEqual(found);
  });

  it("finds what lasts a day or longer on each of its days, and a night on the day it begins", async () => {
    const festival = makeCard({ name: "festival", start_time: "2027-01-08T15:00:00.000Z", duration: 11 * 1_440 });
    const night = makeCard({ name: "night", start_time: "2027-01-09T04:00:00.000Z", duration: 180 });
    const untilMidnight = makeCard({ name: "weekend", start_time: "2027-01-09T05:00:00.000Z", duration: 2 * 1_440 });
    const core = await know(festival, night, untilMidnight);
    const on = (date: string) => names(core, { start_date: date, end_date: date });
    expect(await on("2027-01-07")).toEqual([]);
    expect(await on("2027-01-08")).toEqual(["festival", "night"]);
    expect(await on("2027-01-10")).toEqual(["festival", "weekend"]);
    expect(await on("2027-01-11")).toEqual(["festival"]);
    expect(await on("2027-01-19")).toEqual(["festival"]);
    expect(await on("2027-01-20")).toEqual([]);
  });

  it("follows the venue's clock over the change to summer time", async () => {
    // At 23:30 of 14 March 2027 New York is at UTC-4, where it was at UTC-5 the evening before.
    const core = await know(
      makeCard({ name: "before", start_time: "2027-03-14T04:30:00.000Z" }),
      makeCard({ name: "after", start_time: "2027-03-15T03:30:00.000Z" }),
    );
    expect(await names(core, { start_date: "2027-03-13", end_date: "2027-03-13" })).toEqual(["before"]);
    expect(await names(core, { start_date: "2027-03-14", end_date: "2027-03-14" })).toEqual(["after"]);
  });
});

it("the dates of a series are found by it, earliest first, with any other filter", async () => {
  const series_id = SeriesId.parse("series-00012");
  const core = await know(
    makeCard({ name: "second", series_id, start_time: "2027-02-02T20:00:00.000Z" }),
    makeCard({ name: "first", series_id, start_time: "2027-02-01T20:00:00.000Z" }),
    makeCard({ name: "other", start_time: "2027-02-01T20:00:00.000Z" }),
  );
  expect(await names(core, { series_id })).toEqual(["first", "second"]);
  expect(await names(core, { series_id, start_date: "2027-02-02" })).toEqual(["second"]);
  expect(await names(core, { series_id: SeriesId.parse("series-00013") })).toEqual([]);
});
