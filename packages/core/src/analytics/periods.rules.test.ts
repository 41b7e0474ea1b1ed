import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "./analytics.ts";
import { createPeriods, toPeriods } from "./periods.rules.ts";

const startOf = (timezone: string, interval: Interval, instant: string) =>
  new Date(createPeriods(timezone, interval)(Date.parse(instant) / 1000) * 1000).toISOString();

describe("a day begins at the venue's midnight", () => {
  it.each([
    ["UTC", "2026-11-22T23:59:59Z", "2026-11-22T00:00:00.000Z"],
    ["America/New_York", "2026-11-22T04:59:59Z", "2026-11-21T05:00:00.000Z"],
    ["America/New_York", "2026-11-22T05:00:00Z", "2026-11-22T05:00:00.000Z"],
    ["Asia/Kolkata", "2026-11-22T18:29:59Z", "2026-11-21T18:30:00.000Z"],
    ["Asia/Kathmandu", "2026-11-22T18:15:00Z", "2026-11-22T18:15:00.000Z"],
    ["Pacific/Kiritimati", "2026-11-22T10:00:00Z", "2026-11-22T10:00:00.000Z"],
  ])("in %s, %s", (timezone, instant, from) => {
    expect(startOf(timezone, "day", instant)).toBe(from);
  });

  it.each([
    ["has 23 hours in spring", "America/New_York", "2026-03-08T05:00:00.000Z", "2026-03-09T04:00:00.000Z"],
    ["has 25 hours in autumn", "America/New_York", "2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
    ["has 23 hours in Paris too", "Europe/Paris", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
    [
      "has half an hour more on Lord Howe",
      "Australia/Lord_Howe",
      "2026-04-04T13:00:00.000Z",
      "2026-04-05T13:30:00.000Z",
    ],
    [
      "begins at one where midnight is skipped",
      "America/Santiago",
      "2026-09-06T04:00:00.000Z",
      "2026-09-07T03:00:00.000Z",
    ],
    ["begins as clocks jump to midnight", "America/Nuuk", "2026-03-29T01:00:00.000Z", "2026-03-30T01:00:00.000Z"],
    ["has its last hour twice in Santiago", "America/Santiago", "2026-04-04T03:00:00.000Z", "2026-04-05T04:00:00.000Z"],
  ])("it %s (%s)", (_, timezone, from, next) => {
    const startAt = createPeriods(timezone, "day");
    const [start, end] = [Date.parse(from) / 1000, Date.parse(next) / 1000];
    const found = new Set<number>();
    for (let at = start; at < end; at += 300) found.add(startAt(at));
    expect([...found]).toEqual([start]);
    expect([startAt(start - 1) < start, startAt(end)]).toEqual([true, end]);
  });
});

describe("an hour begins on the venue's clock", () => {
  it.each([
    ["Asia/Kolkata", "2026-11-22T18:29:59Z", "2026-11-22T17:30:00.000Z"],
    ["America/St_Johns", "2026-11-22T18:30:00Z", "2026-11-22T18:30:00.000Z"],
    ["America/New_York", "2026-11-22T18:59:59.999Z", "2026-11-22T18:00:00.000Z"],
  ])("in %s, %s", (timezone, instant, from) => {
    expect(startOf(timezone, "hour", instant)).toBe(from);
  });

  it("an hour repeated because clocks go back is separate", () => {
    expect(startOf("America/New_York", "hour", "2026-11-01T05:30:00Z")).toBe("2026-11-01T05:00:00.000Z");
    expect(startOf("America/New_York", "hour", "2026-11-01T06:30:00Z")).toBe("2026-11-01T06:00:00.000Z");
    expect(startOf("Australia/Lord_Howe", "hour", "2026-04-04T14:45:00Z")).toBe("2026-04-04T14:00:00.000Z");
    expect(startOf("Australia/Lord_Howe", "hour", "2026-04-04T15:15:00Z")).toBe("2026-04-04T15:00:00.000Z");
    expect(startOf("Australia/Lord_Howe", "hour", "2026-04-04T15:45:00Z")).toBe("2026-04-04T15:30:00.000Z");
  });
});

/** The quarters of an hour before an instant that a calendar on the wall tells alike. */
function walkBack(timezone: string, interval: Interval, at: number): number {
  const fields = { year: "numeric", month: "numeric", day: "numeric" } as const;
  const hours = interval === "hour" ? ({ hour: "numeric", timeZoneName: "longOffset" } as const) : {};
  const wall = new Intl.DateTimeFormat("en", { timeZone: timezone, ...fields, ...hours });
  let start = Math.floor(at / 900) * 900;
  while (wall.format((start - 900) * 1000) === wall.format(start * 1000)) start -= 900;
  return start;
}

it("periods match the local calendar in any zone and season", () => {
  const zones = ["America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Santiago", "America/Nuuk"];
  const changes = [
    "2026-03-08T07:00Z",
    "2026-11-01T06:00Z",
    "2026-03-29T01:00Z",
    "2026-04-04T15:00Z",
    "2026-09-06T04:00Z",
  ];
  const near = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -172_800, max: 172_800 }));
  const times = near.map(([change, seconds]) => Date.parse(change) / 1000 + seconds);
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom("hour" as const, "day" as const),
      times,
      (zone, interval, at) => {
        expect(createPeriods(zone, interval)(at)).toBe(walkBack(zone, interval, at));
      },
    ),
    { numRuns: 300 },
  );
});

const sale = (booking_date: string, seats: number, total: number, cancelled_at: string | null = null) => ({
  ...{
    booking_date,
    cancelled_at,
    total,
    refunds: cancelled_at ? [{ at: cancelled_at, amount: total, seats: 0 }] : [],
  },
  seats: Array.from({ length: seats }, (_, i) => `A-${i + 1}`),
});

describe("sales over time", () => {
  it("list each period with sales, a cancellation in its own period", () => {
    const sales = [
      sale("2026-11-20T15:00:00.123000001Z", 2, 9000, "2026-11-22T12:00:00.000Z"),
      sale("2026-11-20T16:00:00.000000002Z", 1, 3000),
      sale("2026-11-22T12:00:00.000000003Z", 4, 100, "2026-11-22T12:30:00.000Z"),
    ];
    const nothing = { cancellations: 0, seats_returned: 0, refunded: 0 };
    expect(toPeriods(sales, "America/New_York", "day")).toEqual([
      { from: "2026-11-20T05:00:00.000Z", bookings: 2, seats_sold: 3, gross: 12_000, ...nothing, revenue: 12_000 },
      {
        ...{ from: "2026-11-22T05:00:00.000Z", bookings: 1, seats_sold: 4, gross: 100 },
        ...{ cancellations: 2, seats_returned: 6, refunded: 9100, revenue: -9000 },
      },
    ]);
    expect(toPeriods(sales, "America/New_York", "hour").map(({ from }) => from)).toEqual([
      "2026-11-20T15:00:00.000Z",
      "2026-11-20T16:00:00.000Z",
      "2026-11-22T12:00:00.000Z",
    ]);
  });

  it("list a refund of a part in its own period, with the seats that it gave back", () => {
    const refunds = [
      { at: "2026-11-21T12:00:00.000Z", amount: 3000, seats: 1 },
      { at: "2026-11-23T12:00:00.000Z", amount: 500, seats: 0 },
      { at: "2026-11-23T13:00:00.000Z", amount: 2500, seats: 0 },
    ];
    const cancelled = sale("2026-11-20T15:00:00.000000001Z", 2, 9000, "2026-11-23T13:00:00.000Z");
    const none = { bookings: 0, cancellations: 0, seats_sold: 0, seats_returned: 0, gross: 0 };
    expect(toPeriods([{ ...cancelled, refunds }], "UTC", "day")).toEqual([
      {
        ...none,
        from: "2026-11-20T00:00:00.000Z",
        bookings: 1,
        seats_sold: 3,
        gross: 9000,
        refunded: 0,
        revenue: 9000,
      },
      { ...none, from: "2026-11-21T00:00:00.000Z", seats_returned: 1, refunded: 3000, revenue: -3000 },
      {
        ...{ ...none, from: "2026-11-23T00:00:00.000Z", cancellations: 1, seats_returned: 2 },
        ...{ refunded: 3000, revenue: -3000 },
      },
    ]);
  });

  it("are empty without sales", () => {
    expect(toPeriods([], "UTC", "day")).toEqual([]);
  });

  it("add up to all bookings and refunds in any zone and interval", () => {
    const instant = fc.integer({ min: 1_790_000_000, max: 1_800_000_000 }).map((s) => new Date(s * 1000).toISOString());
    const anySale = fc
      .tuple(instant, fc.integer({ min: 1, max: 4 }), fc.nat(20_000), fc.option(instant))
      .map((parts) => sale(...parts));
    const zone = fc.constantFrom("UTC", "America/New_York", "Australia/Lord_Howe");
    fc.assert(
      fc.property(
        fc.array(anySale),
        zone,
        fc.constantFrom("hour" as const, "day" as const),
        (sales, zoned, interval) => {
          const periods = toPeriods(sales, zoned, interval);
          const sum = (
            name: "bookings" | "cancellations" | "seats_sold" | "seats_returned" | "gross" | "refunded" | "revenue",
          ) => periods.reduce((total, period) => total + period[name], 0);
          const cancelled = sales.filter(({ cancelled_at }) => cancelled_at);
          const kept = sales.filter(({ cancelled_at }) => !cancelled_at);
          expect(sum("bookings")).toBe(sales.length);
          expect(sum("cancellations")).toBe(cancelled.length);
          expect(sum("seats_sold") - sum("seats_returned")).toBe(kept.flatMap(({ seats }) => seats).length);
          expect(sum("gross") - sum("refunded")).toBe(sum("revenue"));
          expect(sum("revenue")).toBe(kept.reduce((total, sale) => total + sale.total, 0));
          expect(periods.map(({ from }) => from)).toEqual(periods.map(({ from }) => from).toSorted());
        },
      ),
    );
  });
});
