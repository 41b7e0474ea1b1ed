import { describe, expect, test } from "vitest";
import { formatDays, formatSpan, formatTimes, formatWhen, isOneDay, lastsDays } from "./format-span.ts";

const american = { monthFirst: true, hour12: true };
const newYork = (start_time: string, end_time: string) => ({ start_time, end_time, timezone: "America/New_York" });

const evening = newYork("2027-01-15T00:30:00Z", "2027-01-15T02:30:00Z");
const night = newYork("2027-01-09T04:00:00Z", "2027-01-09T07:00:00Z");
const newYear = newYork("2027-01-01T04:00:00Z", "2027-01-01T07:00:00Z");
const festival = newYork("2027-01-08T15:00:00Z", "2027-01-19T04:00:00Z");

test.each([
  [evening, "Thu 14 Jan 2027, 19:30 to 21:30 EST", "Thu, Jan 14, 2027, 7:30 PM to 9:30 PM EST"],
  [night, "Fri 8 Jan 2027, 23:00 to Sat 9 Jan, 02:00 EST", "Fri, Jan 8, 2027, 11:00 PM to Sat, Jan 9, 2:00 AM EST"],
  [
    newYear,
    "Thu 31 Dec 2026, 23:00 to Fri 1 Jan 2027, 02:00 EST",
    "Thu, Dec 31, 2026, 11:00 PM to Fri, Jan 1, 2027, 2:00 AM EST",
  ],
  [
    festival,
    "Fri 8 Jan 2027, 10:00 to Mon 18 Jan, 23:00 EST",
    "Fri, Jan 8, 2027, 10:00 AM to Mon, Jan 18, 11:00 PM EST",
  ],
])("a span says every day that it needs: %j", (span, text, inAmerica) => {
  expect(formatSpan(span)).toBe(text);
  expect(formatSpan(span, american)).toBe(inAmerica);
});

describe("where the clocks change during an event", () => {
  test("both zones are named", () => {
    const spring = newYork("2027-03-14T05:30:00Z", "2027-03-14T07:30:00Z");
    expect(formatSpan(spring)).toBe("Sun 14 Mar 2027, 00:30 EST to 03:30 EDT");
    const overnight = newYork("2027-11-07T03:00:00Z", "2027-11-07T08:00:00Z");
    expect(formatTimes(overnight)).toBe("23:00 EDT to Sun 7 Nov, 03:00 EST");
  });

  test("both offsets are named where the zone has one name", () => {
    const timezone = "Europe/Berlin";
    const night = { start_time: "2027-03-27T22:00:00Z", end_time: "2027-03-28T02:00:00Z", timezone };
    expect(formatTimes(night)).toBe("23:00 GMT+1 to Sun 28 Mar, 04:00 GMT+2");
    expect(formatTimes({ ...night, end_time: "2027-03-28T00:30:00Z" })).toBe("23:00 to Sun 28 Mar, 01:30 Berlin time");
  });

  test("the two times of the hour that comes twice are told apart", () => {
    const twice = newYork("2027-11-07T05:30:00Z", "2027-11-07T06:30:00Z");
    expect(formatTimes(twice)).toBe("01:30 EDT to 01:30 EST");
    const within = newYork("2027-11-07T05:10:00Z", "2027-11-07T05:40:00Z");
    expect(formatTimes(within)).toBe("01:10 EDT to 01:40 EDT");
  });
});

test.each([
  [festival, "8 to 18 Jan 2027", "Jan 8 to 18, 2027"],
  [newYork("2027-01-28T15:00:00Z", "2027-02-04T04:00:00Z"), "28 Jan to 3 Feb 2027", "Jan 28 to Feb 3, 2027"],
  [newYork("2026-12-28T15:00:00Z", "2027-01-04T04:00:00Z"), "28 Dec 2026 to 3 Jan 2027", "Dec 28, 2026 to Jan 3, 2027"],
  [newYork("2027-01-08T05:00:00Z", "2027-01-11T05:00:00Z"), "8 to 10 Jan 2027", "Jan 8 to 10, 2027"],
])("days are told once each: %j", (span, text, inAmerica) => {
  expect(formatDays(span)).toBe(text);
  expect(formatDays(span, american)).toBe(inAmerica);
});

describe("in a heading", () => {
  test.each([
    [evening, "Thu 14 Jan 2027, 19:30 EST"],
    [night, "Fri 8 Jan 2027, 23:00 to Sat 9 Jan, 02:00 EST"],
    [festival, "8 to 18 Jan 2027"],
  ])("%j", (span, text) => {
    expect(formatWhen(span)).toBe(text);
  });

  test("what ends at midnight has one day, and what ends a minute later has two", () => {
    const untilMidnight = newYork("2027-01-09T01:00:00Z", "2027-01-09T05:00:00Z");
    expect([isOneDay(untilMidnight), isOneDay({ ...untilMidnight, end_time: "2027-01-09T05:01:00Z" })]).toEqual([
      true,
      false,
    ]);
    expect([lastsDays(night), lastsDays(festival)]).toEqual([false, true]);
  });
});
