import type { ListedEvent } from "@evently/core/event";
import { saleStatus } from "@evently/core/event/event.rules";
import { expect, test } from "vitest";
import { describeDates, joinDates } from "./describe-dates";

const dates = {
  count: 3,
  first_start_time: "2027-01-15T00:30:00.000Z",
  last_start_time: "2027-02-04T00:30:00.000Z",
  venue_count: 1,
  price_min: 3900,
  price_max: 9000,
  sales_start: "2026-01-01T00:00:00.000Z",
  sales_end: "2027-02-04T00:30:00.000Z",
  seat_count: 30,
  seats_left: 5,
};
const timezone = "America/New_York";

test.each([
  [{}, "3 dates, 14 Jan to 3 Feb 2027"],
  [{ last_start_time: "2027-01-17T05:00:00.000Z", count: 2 }, "2 dates, 14 to 17 Jan 2027"],
  [{ last_start_time: "2027-01-15T03:00:00.000Z", count: 2 }, "2 dates, Thu 14 Jan 2027"],
  [{ count: 1 }, null],
])("a row of the dates %j says how many they are, and when", (change, words) => {
  expect(describeDates({ dates: { ...dates, ...change }, timezone })).toBe(words);
});

test("an event that is no series has no dates, and days are in the visitor's order", () => {
  expect(describeDates({ timezone })).toBeNull();
  expect(describeDates({ dates, timezone }, { monthFirst: true, hour12: true })).toBe("3 dates, Jan 14 to Feb 3, 2027");
});

test("a row is sold out only once no date has a seat left", () => {
  const first = { start_time: dates.first_start_time, sales_end: null, seats_left: 0, seat_count: 10 } as ListedEvent;
  const statusOf = (event: ListedEvent) =>
    saleStatus({ ...event, status: "published" }, 1_798_800_000, event.seats_left);
  expect(statusOf(joinDates({ ...first, dates }))).toBe("open");
  expect(statusOf(joinDates({ ...first, dates: { ...dates, seats_left: 0 } }))).toBe("sold_out");
});
