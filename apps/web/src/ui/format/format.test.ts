import { addMinutes } from "@evently/core/format/add-minutes";
import { formatMoney } from "@evently/core/format/format-money";
import {
  formatClock,
  formatDateTime,
  formatSeconds,
  formatShortDay,
  nameZone,
  splitDay,
  toCalendarDate,
} from "@evently/core/format/format-time";
import { describe, expect, test } from "vitest";
import { formatDuration } from "./format-duration";
import { formatWait } from "./format-wait";
import { toZonedInstant } from "./to-zoned-instant";

test.each([
  [15000, "USD", "US$150"],
  [3950, "USD", "US$39.50"],
  [0, "USD", "US$0"],
  [1500, "JPY", "JP¥1,500"],
  [12345, "KWD", "KWD\u00a012.345"],
  [12300, "KWD", "KWD\u00a012.300"],
  [123456700, "EUR", "€1,234,567"],
  [5000, "NOK", "NOK\u00a050"],
  [1_500_000, "HUF", "HUF\u00a015,000"],
  [1_500_050, "HUF", "HUF\u00a015,000.50"],
  [-3950, "CAD", "-CA$39.50"],
  [4950, "BGN", "BGN\u00a049.50"],
])("%d minor units of %s are %s", (amount, currency, text) => {
  expect(formatMoney(amount, currency)).toBe(text);
});

describe("times in the venue's zone", () => {
  const evening = "2027-01-15T00:30:00Z";
  test("have the name of the zone", () => {
    expect(formatDateTime(evening, "America/New_York")).toBe("Thu 14 Jan 2027, 19:30 EST");
    expect(formatDateTime("2027-07-15T23:30:00Z", "America/New_York")).toBe("Thu 15 Jul 2027, 19:30 EDT");
    expect(formatDateTime(evening, "Europe/Berlin")).toBe("Fri 15 Jan 2027, 01:30 Berlin time");
    expect(formatSeconds("2027-01-15T00:30:07.250Z", "Asia/Kolkata")).toBe("06:00:07");
  });

  test.each([
    ["America/New_York", "EST", "EDT"],
    ["Pacific/Honolulu", "HST", "HST"],
    ["UTC", "UTC", "UTC"],
    ["Europe/Berlin", "Berlin time", "Berlin time"],
    ["Europe/London", "London time", "London time"],
    ["America/Argentina/Buenos_Aires", "Buenos Aires time", "Buenos Aires time"],
    ["Etc/GMT+5", "GMT-5", "GMT-5"],
  ])("name %s as people call it, all year round: %s, %s", (zone, winter, summer) => {
    expect(nameZone("2027-01-15T12:00:00Z", zone)).toBe(winter);
    expect(nameZone("2027-07-15T12:00:00Z", zone)).toBe(summer);
  });

  test("are told apart where the clocks show them twice, and only there", () => {
    const times = ["05:30", "06:30", "07:30"].map((time) => `2027-11-07T${time}:00Z`);
    expect(times.map((time) => formatClock(time, "America/New_York"))).toEqual(["01:30 EDT", "01:30 EST", "02:30"]);
    expect(formatDateTime("2027-11-07T05:30:00Z", "America/New_York")).toBe("Sun 7 Nov 2027, 01:30 EDT");
    expect(formatDateTime("2027-10-31T00:30:00Z", "Europe/Berlin")).toBe("Sun 31 Oct 2027, 02:30 GMT+2");
    const berlin = ["2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z", "2027-10-30T23:59:00Z"];
    expect(berlin.map((time) => formatClock(time, "Europe/Berlin"))).toEqual(["02:30 GMT+2", "02:30 GMT+1", "01:59"]);
    const lordHowe = ["2027-04-03T14:29:00Z", "2027-04-03T14:30:00Z", "2027-04-03T15:30:00Z"];
    expect(lordHowe.map((time) => formatClock(time, "Australia/Lord_Howe"))).toEqual([
      "01:29",
      "01:30 GMT+11",
      "02:00",
    ]);
  });

  test.each([
    ["America/New_York", "2027-01-14T19:30:00-05:00"],
    ["Europe/Berlin", "2027-01-15T01:30:00+01:00"],
    ["UTC", "2027-01-15T00:30:00+00:00"],
    ["Asia/Kathmandu", "2027-01-15T06:15:00+05:45"],
    ["America/St_Johns", "2027-01-14T21:00:00-03:30"],
  ])("are instants with an offset in %s", (zone, text) => {
    expect(toZonedInstant(evening, zone)).toBe(text);
    expect(Date.parse(text)).toBe(Date.parse(evening));
  });

  test("midnight is 00:00", () => {
    expect(formatClock("2027-01-15T00:00:00Z", "UTC")).toBe("00:00");
  });

  test("have a calendar date that can differ from UTC's", () => {
    expect(toCalendarDate(evening, "America/New_York")).toBe("2027-01-14");
    expect(toCalendarDate(evening, "UTC")).toBe("2027-01-15");
    expect(splitDay(evening, "America/New_York")).toEqual({ weekday: "Thu", day: "14", month: "Jan", year: "2027" });
  });

  test("are right past midnight and across a clock change", () => {
    expect(formatClock(addMinutes(evening, 300), "America/New_York")).toBe("00:30");
    expect(formatClock(addMinutes("2027-03-14T06:30:00Z", 60), "America/New_York")).toBe("03:30");
  });
});

test.each([
  [130, "2 h 10 min"],
  [120, "2 h"],
  [45, "45 min"],
  [0, "0 min"],
  [1_440, "1 day"],
  [14_645, "10 days 4 h 5 min"],
  [44_640, "31 days"],
])("%d minutes are %s", (minutes, text) => {
  expect(formatDuration(minutes)).toBe(text);
});

test.each([
  [1, "1 minute"],
  [61, "2 minutes"],
  [3599, "1 hour"],
  [7200, "2 hours"],
  [47 * 3600, "47 hours"],
  [48 * 3600, "2 days"],
  [50 * 3600, "3 days"],
])("a wait of %d seconds is %s", (seconds, text) => {
  expect(formatWait(seconds)).toBe(text);
});

describe("times in the American style", () => {
  const style = { monthFirst: true, hour12: true };

  test("have the month first and twelve hours", () => {
    expect(formatDateTime("2027-01-15T00:30:00Z", "America/New_York", style)).toBe("Thu, Jan 14, 2027, 7:30 PM EST");
    expect(formatShortDay("2027-01-15T00:30:00Z", "America/New_York", style)).toBe("Jan 14");
    expect(formatSeconds("2027-01-15T09:05:07Z", "UTC", style)).toBe("9:05:07 AM");
  });

  test.each([
    ["2027-01-15T00:00:00Z", "12:00 AM"],
    ["2027-01-15T12:00:00Z", "12:00 PM"],
    ["2027-01-15T23:59:00Z", "11:59 PM"],
  ])("%s is %s", (instant, text) => {
    expect(formatClock(instant, "UTC", style)).toBe(text);
  });
});
