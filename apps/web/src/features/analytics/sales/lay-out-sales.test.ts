import { describe, expect, test } from "vitest";
import type { SalesPoint } from "./fill-sales";
import { layOutSales } from "./lay-out-sales";

function point(revenue: number, revenue_so_far: number, seats = 1, seats_so_far = 1): SalesPoint {
  return {
    from: "2027-01-14T10:00:00.000Z",
    bookings: 1,
    cancellations: 0,
    revenue,
    revenue_so_far,
    seats,
    seats_so_far,
  };
}
const say = (value: number) => `$${value / 100}`;
const sale = [point(30_000, 30_000), point(0, 30_000), point(-10_000, 20_000)];

describe("a sale with a refund", () => {
  const { pace, total, x, middle, left } = layOutSales(sale, "revenue", 600, say);

  test("a period in which more went back than came in hangs below the line", () => {
    expect(pace.scale(-10_000)).toBeGreaterThan(pace.scale(0));
    expect(pace.scale(-10_000)).toBeLessThanOrEqual(pace.bottom);
  });

  test("the total stays within its picture, above the bars", () => {
    for (const value of total.values) {
      expect(total.scale(value)).toBeGreaterThanOrEqual(total.top);
      expect(total.scale(value)).toBeLessThanOrEqual(total.bottom);
    }
    expect(total.bottom).toBeLessThan(pace.top);
  });

  test("periods stand side by side, right of the figures", () => {
    expect(x(0)).toBeGreaterThan(left);
    expect(middle(1) - middle(0)).toBeCloseTo(x.step(), 5);
    expect(middle(2)).toBeLessThan(600);
  });
});

test("there is no half seat on the axis", () => {
  const { total, pace } = layOutSales([point(0, 0, 1, 1)], "seats", 400, String);
  expect(total.ticks).toEqual([0, 1]);
  expect(pace.ticks).toEqual([0, 1]);
});

test("where nothing was earned no cent is on the axis", () => {
  const { total, pace } = layOutSales([point(0, 0), point(0, 0)], "revenue", 400, say);
  expect([total.ticks, pace.ticks]).toEqual([[0], [0]]);
  expect(total.scale(0)).toBe(total.bottom);
});

test("longer figures get more room", () => {
  const rich = [point(900_000_000, 900_000_000)];
  expect(layOutSales(rich, "revenue", 600, say).left).toBeGreaterThan(layOutSales(sale, "revenue", 600, say).left);
});
