import { expect, test } from "vitest";
import { averageOrder } from "./average-order";

test("is the revenue by the bookings that were not cancelled", () => {
  expect(averageOrder({ revenue: 9_000, total_bookings: 3, total_cancellations: 1 })).toBe(4_500);
  expect(averageOrder({ revenue: 10_000, total_bookings: 3, total_cancellations: 0 })).toBe(3_333);
});

test("is nothing before the first booking and after the last was cancelled", () => {
  expect(averageOrder({ revenue: 0, total_bookings: 0, total_cancellations: 0 })).toBe(0);
  expect(averageOrder({ revenue: 0, total_bookings: 2, total_cancellations: 2 })).toBe(0);
});
