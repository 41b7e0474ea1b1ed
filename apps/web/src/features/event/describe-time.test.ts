import { defaultDateStyle } from "@evently/core/format/date-style";
import { describeAge } from "@evently/core/format/describe-age";
import { expect, test } from "vitest";
import { describeTime } from "./describe-time";

const describe = (start_time: string, duration: number, doors_time?: string) =>
  describeTime(
    {
      start_time,
      end_time: new Date(Date.parse(start_time) + duration * 60_000).toISOString(),
      timezone: "America/New_York",
      duration,
      doors_time,
    },
    defaultDateStyle,
  );

test("an evening has its start, its length and its doors", () => {
  expect(describe("2027-01-15T00:30:00Z", 130, "2027-01-14T23:45:00Z")).toEqual({
    day: "Thu 14 Jan 2027",
    clock: "19:30 EST",
    notes: ["2 h 10 min, until 21:40", "Doors 18:45"],
  });
});

test("a night says both days, and doors on the day before the start say theirs", () => {
  expect(describe("2027-01-09T05:10:00Z", 1_400, "2027-01-09T04:30:00Z")).toEqual({
    day: "Sat 9 Jan 2027",
    clock: "00:10 EST",
    notes: ["23 h 20 min, until 23:30", "Doors 8 Jan, 23:30"],
  });
  expect(describe("2027-01-09T04:00:00Z", 180)).toEqual({
    day: "Fri 8 Jan 2027",
    clock: "23:00 to Sat 9 Jan, 02:00 EST",
    notes: ["3 h"],
  });
});

test("eleven days are told by their days, then exactly", () => {
  expect(describe("2027-01-08T15:00:00Z", 15_180)).toEqual({
    day: "8 to 18 Jan 2027",
    clock: null,
    notes: ["Fri 8 Jan 2027, 10:00 to Mon 18 Jan, 23:00 EST"],
  });
});

test("a clock change inside names both zones", () => {
  expect(describe("2027-11-07T04:30:00Z", 180)).toEqual({
    day: "Sun 7 Nov 2027",
    clock: "00:30 EDT to 02:30 EST",
    notes: ["3 h"],
  });
});

test.each([
  [0, "All ages"],
  [1, "From 1 year"],
  [16, "From 16 years"],
])("an age of %d is %s", (age, words) => {
  expect(describeAge(age)).toBe(words);
});
