import { expect, test } from "vitest";
import { sumEvents } from "./sum-events";

const small = {
  currency: "USD",
  total_seats: 100,
  seats_sold: 90,
  seats_held: 2,
  total_bookings: 50,
  total_cancellations: 5,
  hold_attempts: 80,
  holds_placed: 60,
  revenue: 900_000,
};
const large = {
  ...small,
  total_seats: 900,
  seats_sold: 10,
  total_bookings: 10,
  total_cancellations: 1,
  revenue: 5_000,
};

test("computes rates from all seats and bookings together", () => {
  const totals = sumEvents([small, large]);
  expect(totals).toMatchObject({ events: 2, total_seats: 1000, seats_sold: 100, seats_held: 4, total_bookings: 60 });
  expect(totals).toMatchObject({ capacity_utilization: 10, hold_success_rate: 75, cancellation_rate: 10 });
  expect(totals.revenue).toEqual([{ currency: "USD", amount: 905_000 }]);
});

test("never adds money of different currencies", () => {
  const totals = sumEvents([large, { ...small, currency: "EUR" }, large]);
  expect(totals.revenue).toEqual([
    { currency: "EUR", amount: 900_000 },
    { currency: "USD", amount: 10_000 },
  ]);
});

test("has zero totals for no events", () => {
  expect(sumEvents([])).toMatchObject({ events: 0, capacity_utilization: 0, hold_success_rate: 0, revenue: [] });
});
