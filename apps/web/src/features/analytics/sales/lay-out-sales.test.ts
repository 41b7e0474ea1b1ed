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
const format = (value: number) => `$${value / 100}`;
const sale = [point(30_000, 30_000), point(0, 30_000), point(-10_000, 20_000)];

describe("a sale with a refund", () => {
  const { pace, total, x, middle, left } = layOutSales(sale, "revenue", 600, format);

  test("draws a period with more refunds than sales below zero", () => {
    expect(pace.scale(-10_000)).toBeGreaterThan(pace.scale(0));
    expect(pace.scale(-10_000)).toBeLessThanOrEqual(pace.bottom);
  });

  test("keeps the total within its chart, above the bars", () => {
    for (const value of total.values) {
      expect(total.scale(value)).toBeGreaterThanOrEqual(total.top);
      expect(total.scale(value)).toBeLessThanOrEqual(total.bottom);
    }
    expect(total.bottom).toBeLessThan(pace.top);
  });

  test("lays periods out side by side, right of the axis", () => {
    expect(x(0)).toBeGreaterThan(left);
    expect(middle(1) - middle(0)).toBeCloseTo(x.step(), 5);
    expect(middle(2)).toBeLessThan(600);
  });
});

test("shows no half seats on the axis", () => {
  const { total, pace } = layOutSales([point(0, 0, 1, 1)], "seats", 400, String);
  expect(total.ticks).toEqual([0, 1]);
  expect(pace.ticks).toEqual([0, 1]);
});

test("shows only zero where there is no revenue", () => {
  const { total, pace } = layOutSales([point(0, 0), point(0, 0)], "revenue", 400, format);
  expect([total.ticks, pace.ticks]).toEqual([[0], [0]]);
  expect(total.scale(0)).toBe(total.bottom);
});

test("leaves more room for longer figures", () => {
  const rich = [point(900_000_000, 900_000_000)];
  expect(layOutSales(rich, "revenue", 600, format).left).toBeGreaterThan(
    layOutSales(sale, "revenue", 600, format).left,
  );
});
