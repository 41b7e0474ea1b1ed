import { formatShortDay } from "@evently/core/format/format-time";
import { describe, expect, test } from "vitest";
import { pickTicks } from "./pick-ticks";

const zone = "Europe/Berlin";
const periodsFrom = (first: string, count: number, hours: number) =>
  Array.from({ length: count }, (_, index) => ({
    from: new Date(Date.parse(first) + index * hours * 3_600_000).toISOString(),
  }));

describe("hours", () => {
  test("labels all of them where there is room", () => {
    const ticks = pickTicks(periodsFrom("2027-01-14T20:00:00.000Z", 4, 1), "hour", zone, 8);
    expect(ticks.map(({ label }) => label)).toEqual(["21:00", "22:00", "23:00", "00:00"]);
  });

  test("otherwise labels round local hours", () => {
    const ticks = pickTicks(periodsFrom("2027-01-14T16:00:00.000Z", 20, 1), "hour", zone, 4);
    expect(ticks).toEqual([
      { index: 1, label: "18:00", day: "14 Jan" },
      { index: 7, label: "00:00", day: "15 Jan" },
      { index: 13, label: "06:00" },
      { index: 19, label: "12:00" },
    ]);
  });

  test("labels only midnights over many days", () => {
    const ticks = pickTicks(periodsFrom("2027-01-14T16:00:00.000Z", 72, 1), "hour", zone, 3);
    expect(ticks.map(({ day }) => day)).toEqual(["15 Jan", "16 Jan", "17 Jan"]);
    expect(pickTicks(periodsFrom("2027-01-14T16:00:00.000Z", 96, 1), "hour", zone, 2)).toHaveLength(2);
  });

  test.each([1, 2, 5, 13, 24, 40])(
    "says the date of the first one and of each that begins another day, of %i",
    (count) => {
      for (const max of [1, 3, 8, 50]) {
        const periods = periodsFrom("2027-01-14T16:00:00.000Z", count, 1);
        const ticks = pickTicks(periods, "hour", zone, max);
        const days = ticks.map(({ index }) => formatShortDay(periods[index]?.from ?? "", zone));
        expect(ticks.map(({ day }) => day)).toEqual(days.map((day, at) => (day === days[at - 1] ? undefined : day)));
      }
    },
  );
});

describe("days", () => {
  test("labels the last one", () => {
    const ticks = pickTicks(periodsFrom("2027-01-13T23:00:00.000Z", 10, 24), "day", zone, 4);
    expect(ticks.map(({ label }) => label)).toEqual(["14 Jan", "17 Jan", "20 Jan", "23 Jan"]);
  });
});

test("labels a single period", () => {
  expect(pickTicks(periodsFrom("2027-01-14T16:00:00.000Z", 1, 1), "hour", zone, 6)).toEqual([
    { index: 0, label: "17:00", day: "14 Jan" },
  ]);
});
