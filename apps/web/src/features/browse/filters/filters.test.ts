import { describe, expect, test } from "vitest";
import {
  dropFilter,
  effectiveSort,
  hasReversedDates,
  listActive,
  noFilters,
  readFilters,
  toSearchInput,
  writeFilters,
} from "./filters";

const read = (query: string) => readFilters(new URLSearchParams(query));

describe("filters in the address", () => {
  test("reads back a written address", () => {
    const filters = {
      search: "Dvořák & sons",
      city: "New York",
      artist: "Emanuel Ax",
      tag: "Symphony",
      price_min: "2000",
      price_max: "15000",
      currency: "EUR",
      from: "2027-01-14",
      to: "2027-01-17",
      sort: "price",
    } as const;
    expect(read(writeFilters(filters).slice(2))).toEqual(filters);
  });

  test("writes no parameters without filters", () => {
    expect(writeFilters(noFilters)).toBe("/");
    expect(read("")).toEqual(noFilters);
  });

  test("ignores invalid parameters", () => {
    expect(read("from=yesterday&to=2027-13-45&sort=random&page=3&price_min=cheap&price_max=-1&currency=EURO")).toEqual(
      noFilters,
    );
    expect(read("price_min=5000&price_max=2000")).toEqual(noFilters);
  });

  test("keeps a currency that was withdrawn since: events may still have it", () => {
    expect(read("currency=BGN")).toEqual({ ...noFilters, currency: "BGN" });
  });
});

describe("the input of the search", () => {
  test("contains only set filters", () => {
    expect(toSearchInput(noFilters)).toEqual({ sort: "date", by_series: true, limit: 24 });
    expect(toSearchInput({ ...noFilters, search: "  Mahler ", to: "2027-02-01" })).toEqual({
      search: "Mahler",
      end_date: "2027-02-01",
      sort: "relevance",
      by_series: true,
      limit: 24,
    });
    expect(toSearchInput({ ...noFilters, artist: "Emanuel Ax", tag: "Symphony", price_max: "0" })).toEqual({
      artist: "Emanuel Ax",
      tag: "Symphony",
      price_max: 0,
      sort: "date",
      by_series: true,
      limit: 24,
    });
  });

  test("ignores a last day before the first, which the page still shows", () => {
    const reversed = { ...noFilters, from: "2027-02-01", to: "2027-01-01" };
    expect(toSearchInput(reversed)).toEqual({ start_date: "2027-02-01", sort: "date", by_series: true, limit: 24 });
    expect(hasReversedDates(reversed)).toBe(true);
    expect(hasReversedDates({ from: "2027-02-01", to: "2027-02-01" })).toBe(false);
    expect(hasReversedDates({ from: "", to: "2027-02-01" })).toBe(false);
  });

  test("sorts a search by best match unless another order is chosen", () => {
    expect(effectiveSort({ ...noFilters, search: "ax" })).toBe("relevance");
    expect(effectiveSort({ ...noFilters, search: "ax", sort: "date" })).toBe("date");
    expect(effectiveSort({ ...noFilters, search: " ", sort: "relevance" })).toBe("date");
  });
});

test("drops one filter and keeps the others", () => {
  const filters = { ...noFilters, search: "Ax", city: "Vail", from: "2027-01-14", price_min: "2000" };
  expect(listActive(filters)).toEqual(["search", "city", "dates", "price"]);
  expect(listActive(dropFilter(filters, "dates"))).toEqual(["search", "city", "price"]);
  expect(listActive(dropFilter(filters, "search"))).toEqual(["city", "dates", "price"]);
  expect(listActive({ ...noFilters, currency: "EUR" })).toEqual([]);
});
