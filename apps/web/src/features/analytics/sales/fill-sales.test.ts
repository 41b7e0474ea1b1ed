import type { SalesPeriod } from "@evently/core/analytics";
import { describe, expect, test } from "vitest";
import { fillSales } from "./fill-sales";

const zone = "Europe/Berlin";

function period(from: string, seats_sold: number, revenue: number, returned = 0): SalesPeriod {
  return {
    from,
    bookings: 1,
    cancellations: returned > 0 ? 1 : 0,
    seats_sold,
    seats_returned: returned,
    gross: revenue,
    refunded: 0,
    revenue,
  };
}

describe("by the hour", () => {
  const hourly = { interval: "hour", zone, min: 1, max: 100 } as const;

  test("fills the hours between two sales", () => {
    const points = fillSales([period("2027-01-14T10:00:00.000Z", 2, 300), period("2027-01-14T13:00:00.000Z", 1, 100)], {
      ...hourly,
      until: null,
    });
    expect(points.map(({ from, revenue }) => [from.slice(11, 16), revenue])).toEqual([
      ["10:00", 300],
      ["11:00", 0],
      ["12:00", 0],
      ["13:00", 100],
    ]);
  });

  test("continues up to the current hour", () => {
    const points = fillSales([period("2027-01-14T10:00:00.000Z", 2, 300)], {
      ...hourly,
      until: "2027-01-14T12:20:00.000Z",
    });
    expect(points.map(({ from }) => from.slice(11, 16))).toEqual(["10:00", "11:00", "12:00"]);
    expect(points.map(({ revenue_so_far }) => revenue_so_far)).toEqual([300, 300, 300]);
  });

  test("starts with empty hours when there are few", () => {
    const points = fillSales([period("2027-01-14T10:00:00.000Z", 2, 300)], { ...hourly, min: 3, until: null });
    expect(points.map(({ from, revenue_so_far }) => [from.slice(11, 16), revenue_so_far])).toEqual([
      ["08:00", 0],
      ["09:00", 0],
      ["10:00", 300],
    ]);
  });

  test("includes earlier hours in the running total", () => {
    const points = fillSales([period("2027-01-14T10:00:00.000Z", 2, 300), period("2027-01-14T13:00:00.000Z", 1, 100)], {
      ...hourly,
      max: 2,
      until: null,
    });
    expect(points.map(({ revenue_so_far, seats_so_far }) => [revenue_so_far, seats_so_far])).toEqual([
      [300, 2],
      [400, 3],
    ]);
  });
});

describe("by the day", () => {
  const daily = { interval: "day", zone, min: 1, max: 100 } as const;

  test("starts days at local midnight across a clock change", () => {
    const points = fillSales([period("2027-03-26T23:00:00.000Z", 1, 100), period("2027-03-29T22:00:00.000Z", 1, 100)], {
      ...daily,
      until: null,
    });
    expect(points.map(({ from }) => from)).toEqual([
      "2027-03-26T23:00:00.000Z",
      "2027-03-27T23:00:00.000Z",
      "2027-03-28T22:00:00.000Z",
      "2027-03-29T22:00:00.000Z",
    ]);
  });

  test("counts earlier days back across a clock change", () => {
    const points = fillSales([period("2027-03-28T22:00:00.000Z", 1, 100)], { ...daily, min: 3, until: null });
    expect(points.map(({ from }) => from)).toEqual([
      "2027-03-26T23:00:00.000Z",
      "2027-03-27T23:00:00.000Z",
      "2027-03-28T22:00:00.000Z",
    ]);
  });

  test("treats 25 hours as one day", () => {
    const points = fillSales([period("2027-10-30T22:00:00.000Z", 1, 100)], {
      ...daily,
      until: "2027-11-01T10:00:00.000Z",
    });
    expect(points.map(({ from }) => from)).toEqual(["2027-10-30T22:00:00.000Z", "2027-10-31T23:00:00.000Z"]);
  });
});

test("subtracts returned seats", () => {
  const [point] = fillSales([period("2027-01-14T10:00:00.000Z", 1, -200, 4)], {
    interval: "hour",
    zone,
    until: null,
    min: 1,
    max: 10,
  });
  expect(point).toMatchObject({ seats: -3, seats_so_far: -3, revenue: -200, cancellations: 1 });
});

test("is empty when nothing was sold", () => {
  expect(fillSales([], { interval: "day", zone, until: "2027-01-14T10:00:00.000Z", min: 5, max: 10 })).toEqual([]);
});
