import { expect, test } from "vitest";
import { sumEvents } from "./sum-events";

const now = Date.parse("2027-01-10T00:00:00Z") / 1000;
const small = {
  status: "published" as const,
  end_time: "2027-02-01T20:00:00Z",
  currency: "USD",
  total_seats: 100,
  seats_sold: 90,
  seats_reserved: 4,
  seats_held: 2,
  seats_blocked: 3,
  comps: 1,
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
const seats = {
  events: 2,
  total_seats: 1000,
  seats_sold: 100,
  seats_reserved: 8,
  seats_held: 4,
  seats_blocked: 6,
  comps: 2,
  capacity_utilization: 10,
};

test("computes rates from all seats and bookings together", () => {
  const totals = sumEvents([small, large], now);
  expect(totals).toMatchObject({ all: seats, total_bookings: 60, hold_success_rate: 75, cancellation_rate: 10 });
  expect(totals.coming).toEqual(seats);
  expect(totals.revenue).toEqual([{ currency: "USD", amount: 905_000 }]);
});

test.each([
  ["a draft", { status: "draft" as const }],
  ["a cancelled event", { status: "cancelled" as const }],
  ["an event that is being cancelled", { status: "cancelling" as const }],
  ["an event that is over", { end_time: "2027-01-10T00:00:00Z" }],
])("leaves the seats of %s out, and keeps its money and bookings", (_, more) => {
  const totals = sumEvents([small, large, { ...large, ...more }], now);
  expect(totals.coming).toEqual(seats);
  expect(totals).toMatchObject({ all: { events: 3, total_seats: 1900 }, total_bookings: 70 });
  expect(totals.revenue).toEqual([{ currency: "USD", amount: 910_000 }]);
});

test("keeps the seats of a paused event and of one that is on now", () => {
  const totals = sumEvents(
    [
      { ...small, status: "paused" },
      { ...large, end_time: "2027-01-10T00:00:01Z" },
    ],
    now,
  );
  expect(totals.coming).toEqual(seats);
});

test("never adds money of different currencies", () => {
  const totals = sumEvents([large, { ...small, currency: "EUR" }, large], now);
  expect(totals.revenue).toEqual([
    { currency: "EUR", amount: 900_000 },
    { currency: "USD", amount: 10_000 },
  ]);
});

test("has zero totals for no events", () => {
  expect(sumEvents([], now)).toMatchObject({
    all: { events: 0, total_seats: 0, capacity_utilization: 0 },
    hold_success_rate: 0,
    revenue: [],
    coming: { events: 0, total_seats: 0, capacity_utilization: 0 },
  });
});
