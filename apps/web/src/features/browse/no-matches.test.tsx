import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Filters, noFilters } from "./filters/filters";
import NoMatches from "./no-matches";

type NoMatchesAnswer = Parameters<typeof NoMatches>[0]["answer"];

const nothing: NoMatchesAnswer = { hints: [], next_date: null, previous_date: null, matched: "all" };

const textOf = (page: ReactElement) =>
  renderToStaticMarkup(page)
    .replace(/<[^>]*>/g, "|")
    .split("|")
    .filter(Boolean);

const show = (filters: Partial<Filters>, answer: Partial<NoMatchesAnswer> = {}) =>
  textOf(
    <NoMatches
      answer={{ ...nothing, ...answer }}
      filters={{ ...noFilters, ...filters }}
      change={() => undefined}
      reset={() => undefined}
    />,
  );

test("offers each filter that is in the way, with what there is without it", () => {
  const hints: NoMatchesAnswer["hints"] = [
    { without: "city", count: 12 },
    { without: "search", count: 1 },
  ];
  expect(show({ search: "tosca", city: "Vail" }, { hints })).toEqual([
    "No event matches all filters. Remove one:",
    "Vail (12 events)",
    "“tosca” (1 event)",
    "Show all events",
  ]);
});

test("offers the next date", () => {
  const hints: NoMatchesAnswer["hints"] = [{ without: "dates", count: 3 }];
  expect(show({ city: "Vail", from: "2027-01-01", to: "2027-01-02" }, { hints, next_date: "2027-01-14" })).toEqual([
    "No event matches all filters. Remove one:",
    "The next event is on Thu 14 Jan 2027.",
    "Show from Thu 14 Jan 2027",
    "The dates (3 events)",
    "Show all events",
  ]);
});

test("says that a text of signs has nothing to search for", () => {
  expect(show({ search: "!?" }, { matched: "no_words", hints: [{ without: "search", count: 5 }] })).toEqual([
    "“!?” has no letter or number to search for",
    "Try fewer or other words.",
    "Show all events",
  ]);
});

test("tells an empty catalog from filters without a way out", () => {
  expect(show({})[0]).toBe("Nothing is on sale yet");
  expect(show({ city: "Vail", tag: "opera", search: "tosca" })).toEqual([
    "No events found for “tosca”, Vail and opera",
    "Show all events",
  ]);
});

test.each<[Partial<Filters>, title: string, advice: string]>([
  [{ search: "zzyzzyva" }, "No events found for “zzyzzyva”", "Try fewer or other words."],
  [{ city: "Vail" }, "No events found for Vail", "Choose another city."],
  [{ tag: "opera" }, "No events found for opera", "Choose another genre."],
  [{ artist: "Emanuel Ax" }, "No events found for Emanuel Ax", "Choose another artist."],
  [{ price_min: "9000" }, "No events found for the price", "Choose another price."],
  [{ from: "2027-01-01" }, "No events found for the dates", "Choose other dates."],
])("advises on what was filtered by alone: %j", (filters, title, advice) => {
  expect(show(filters)).toEqual([title, advice, "Show all events"]);
});

test("offers the last date where none comes after", () => {
  expect(show({ from: "2028-01-01" }, { previous_date: "2027-01-14" })).toEqual([
    "No events found for the dates",
    "The last event before is on Thu 14 Jan 2027.",
    "Show from Thu 14 Jan 2027",
    "Show all events",
  ]);
});
