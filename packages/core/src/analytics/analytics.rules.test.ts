import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Counts } from "../counts/counts.ts";
import { isHeld, mayHaveHolds, noCounts, timesDropped, toFigures, toPercent } from "./analytics.rules.ts";

const hall = { total_seats: 10, seats_held: 2, seat_types: ["Stalls", "Balcony"] };
const counts: Counts = {
  total_bookings: 4,
  total_cancellations: 1,
  hold_attempts: 8,
  holds_placed: 7,
  counter_sales: 0,
  booking_changes: 0,
  reservations: 0,
  reservations_lapsed: 0,
  seats_reserved: 0,
  refunds: 0,
  seats_sold: 3,
  comps: 0,
  seats_blocked: 0,
  gross: 19_500,
  refunded: 9_000,
  by_seat_type: { Stalls: { seats_sold: 1, revenue: 4_500 }, Balcony: { seats_sold: 2, revenue: 6_000 } },
};

describe("a percentage", () => {
  it.each([
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 8, 12.5],
    [1, 2000, 0.1],
    [1, 2001, 0],
    [1999, 2000, 100],
    [7, 7, 100],
    [0, 5, 0],
    [0, 0, 0],
    [3, 0, 0],
  ])("of %i in %i has one decimal: %d", (part, whole, percent) => {
    expect(toPercent(part, whole)).toBe(percent);
  });
});

describe("the figures of an event", () => {
  it("tell what the house kept and gave away, and rate holds by what they led to", () => {
    const house = { ...counts, seats_blocked: 4, comps: 2, counter_sales: 1, total_bookings: 5 };
    expect(toFigures(house, hall)).toMatchObject({
      ...{ seats_available: 1, seats_held: 2, seats_blocked: 4, seats_sold: 3, comps: 2 },
      ...{ booking_success_rate: 57.1, counter_sales: 1 },
    });
  });

  it("count what is reserved on invoice as neither sold nor free", () => {
    const reserved = { ...counts, seats_reserved: 2, reservations: 3, reservations_lapsed: 1 };
    expect(toFigures(reserved, hall)).toMatchObject({
      ...{ seats_reserved: 2, seats_sold: 3, seats_available: 3, total_bookings: 4 },
    });
  });

  it("are derived from its counts", () => {
    expect(toFigures(counts, hall)).toEqual({
      total_seats: 10,
      seats_available: 5,
      seats_held: 2,
      seats_blocked: 0,
      ...{ reservations: 0, reservations_lapsed: 0, seats_reserved: 0 },
      seats_sold: 3,
      comps: 0,
      capacity_utilization: 30,
      total_bookings: 4,
      counter_sales: 0,
      total_cancellations: 1,
      hold_attempts: 8,
      holds_placed: 7,
      failed_holds: 1,
      revenue: 10_500,
      average_booking_value: 4_875,
      booking_success_rate: 57.1,
      hold_success_rate: 87.5,
      cancellation_rate: 25,
      revenue_by_seat_type: { Stalls: 4_500, Balcony: 6_000 },
      seats_sold_by_seat_type: { Stalls: 1, Balcony: 2 },
    });
  });

  it("are 0 without hold requests, and list every seat type", () => {
    const figures = toFigures(noCounts(), { ...hall, seats_held: 0 });
    const { total_seats, seats_available, revenue_by_seat_type, seats_sold_by_seat_type, ...others } = figures;
    expect([total_seats, seats_available]).toEqual([10, 10]);
    expect(revenue_by_seat_type).toEqual({ Stalls: 0, Balcony: 0 });
    expect(seats_sold_by_seat_type).toEqual({ Stalls: 0, Balcony: 0 });
    expect(new Set(Object.values(others))).toEqual(new Set([0]));
  });

  it("have no seats and no rates for an event without seats", () => {
    const figures = toFigures(noCounts(), { total_seats: 0, seats_held: 0, seat_types: [] });
    expect(figures).toMatchObject({ seats_available: 0, capacity_utilization: 0, revenue_by_seat_type: {} });
  });

  it("round the average booking to a whole of the minor unit", () => {
    expect(toFigures({ ...counts, gross: 10, total_bookings: 3 }, hall).average_booking_value).toBe(3);
    expect(toFigures({ ...counts, gross: 11, total_bookings: 3 }, hall).average_booking_value).toBe(4);
  });

  it("include cancelled bookings in the average but not in the revenue", () => {
    const all = toFigures({ ...counts, total_cancellations: 4, refunded: 19_500, seats_sold: 0 }, hall);
    expect(all).toMatchObject({ revenue: 0, average_booking_value: 4_875, cancellation_rate: 100 });
  });

  it("never hold more seats than are left, even if the map lags behind a sale", () => {
    expect(toFigures({ ...counts, seats_sold: 9 }, hall)).toMatchObject({ seats_held: 1, seats_available: 0 });
    expect(toFigures({ ...counts, seats_sold: 10 }, hall)).toMatchObject({ seats_held: 0, seats_available: 0 });
  });

  it("always add up to all seats, with shares of at most 100", () => {
    const seats = fc.nat({ max: 50 });
    fc.assert(
      fc.property(seats, seats, seats, (total_seats, sold, seats_held) => {
        const seats_sold = Math.min(sold, total_seats);
        const figures = toFigures({ ...counts, seats_sold }, { ...hall, total_seats, seats_held });
        expect(figures.seats_available + figures.seats_held + figures.seats_sold).toBe(total_seats);
        expect(figures.seats_available).toBeGreaterThanOrEqual(0);
        expect(figures.capacity_utilization).toBeLessThanOrEqual(100);
      }),
    );
  });
});

const now = 1_800_000_000;
const held = (hold_ttl: number) => ({ seat_state: "held", hold_ttl }) as const;
const free = { seat_state: "available", hold_ttl: null } as const;
const booked = { seat_state: "booked", hold_ttl: null } as const;

describe("a seat", () => {
  it("is held exactly until its hold expires", () => {
    expect([held(now + 1), held(now), held(now - 1), free, booked].map((seat) => isHeld(seat, now))).toEqual([
      ...[true, true, false, false, false],
    ]);
  });

  it.each([
    ["never held", free, 0, 0, 0],
    ["held now", held(now + 1), 1, 0, 0],
    ["held and run out", held(now - 1), 1, 0, 1],
    ["let go", free, 1, 0, 1],
    ["booked", booked, 1, 1, 0],
    ["booked and given back", free, 1, 1, 0],
    ["let go twice, sold twice, held again", held(now + 1), 5, 2, 2],
  ])("that was %s", (_, seat, times_held, times_booked, dropped) => {
    expect(timesDropped({ ...seat, times_held, times_booked }, now)).toBe(dropped);
  });
});

it("no hold outlives SEAT_HOLD_MAX and CHALLENGE_WINDOW after the last hold request", () => {
  const rules = { SEAT_HOLD_MAX: 600, CHALLENGE_WINDOW: 300 };
  expect(mayHaveHolds(now - 900, now, rules)).toBe(true);
  expect(mayHaveHolds(now - 901, now, rules)).toBe(false);
  expect(mayHaveHolds(0, now, rules)).toBe(false);
});
