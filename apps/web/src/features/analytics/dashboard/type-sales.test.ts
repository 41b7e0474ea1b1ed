import { expect, test } from "vitest";
import { salesByType } from "./type-sales";

const figures = {
  revenue: 40_000,
  revenue_by_seat_type: { Balcony: 10_000, Stalls: 30_000 },
  seats_sold_by_seat_type: { Balcony: 2, Stalls: 3 },
};

test("lists all types in the order of the layout", () => {
  expect(salesByType(figures, ["Stalls", "Circle", "Balcony"])).toEqual([
    { name: "Stalls", type: 0, seats_sold: 3, revenue: 30_000, share: 75 },
    { name: "Circle", type: 1, seats_sold: 0, revenue: 0, share: 0 },
    { name: "Balcony", type: 2, seats_sold: 2, revenue: 10_000, share: 25 },
  ]);
});

test("includes a type that the layout does not have", () => {
  const all = salesByType(figures, ["Stalls"]);
  expect(all.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(figures.revenue);
});

test("has no shares for a free event", () => {
  const free = { revenue: 0, revenue_by_seat_type: { Any: 0 }, seats_sold_by_seat_type: { Any: 5 } };
  expect(salesByType(free, ["Any"])).toEqual([{ name: "Any", type: 0, seats_sold: 5, revenue: 0, share: 0 }]);
});
