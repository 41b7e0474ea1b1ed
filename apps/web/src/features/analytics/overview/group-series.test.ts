import { expect, test } from "vitest";
import { groupSeries } from "./group-series";
import { orderEvents } from "./order-events";

const now = Date.parse("2027-01-10T00:00:00Z") / 1000;
const at = (event_id: string, day: string, series_id: string | null, seats_sold: number) => ({
  ...{ event_id, series_id, seats_sold, total_seats: 100, revenue: seats_sold * 10 },
  ...{ start_time: `${day}T18:00:00Z`, end_time: `${day}T20:00:00Z` },
});
const events = [
  at("spring", "2027-03-01", "series", 30),
  at("single", "2027-01-20", null, 50),
  at("past", "2027-01-05", "series", 90),
  at("winter", "2027-02-01", "series", 0),
];

test("the dates of a series are one row with their sums, where its newest stands, soonest first", () => {
  const rows = groupSeries(events, now);
  expect(rows.map(({ key, dates }) => [key, dates.map(({ event_id }) => event_id)])).toEqual([
    ["series", ["past", "winter", "spring"]],
    ["single", ["single"]],
  ]);
  expect(rows[0]).toMatchObject({ revenue: 1200, capacity_utilization: 40 });
});

test.each([
  ["newest", ["series", "single"]],
  ["soonest", ["single", "series"]],
  ["revenue", ["series", "single"]],
  ["fullest", ["single", "series"]],
] as const)("a series is sorted by %s: its next date, and the sums of all", (order, keys) => {
  expect(orderEvents(groupSeries(events, now), order, now).map(({ key }) => key)).toEqual(keys);
});

test("a series that is over stands with what is over, at its last date", () => {
  const after = Date.parse("2027-06-01T00:00:00Z") / 1000;
  expect(groupSeries(events, after)[0]?.start_time).toBe("2027-03-01T18:00:00Z");
});
