import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Filters, noFilters } from "./filters/filters";
import { NoMatches } from "./no-matches";

type NoMatchesAnswer = Parameters<typeof NoMatches>[0]["answer"];

const nothing: NoMatchesAnswer = { hints: [], next_date: null, matched: "all" };

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
    "Try fewer or other words, another city, more days, or any price.",
    "Show all events",
  ]);
});

test("tells an empty catalog from filters without a way out", () => {
  expect(show({})[0]).toBe("Nothing is on sale yet");
  expect(show({ city: "Vail", tag: "opera" })).toEqual(["No event matches all filters.", "Show all events"]);
});
