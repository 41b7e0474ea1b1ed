import { describe, expect, test } from "vitest";
import { changesFrom, describeStatusChange, type StatusFigures } from "./describe-status-change";

const event = {
  event_id: "event-00001",
  name: "Evening",
  status: "published",
  currency: "USD",
  total_seats: 200,
  seats_held: 4,
  seats_blocked: 0,
  seats_reserved: 0,
  seats_sold: 30,
  total_bookings: 16,
  total_cancellations: 1,
  revenue: 255000,
} as StatusFigures;
const unsold: StatusFigures = {
  ...event,
  seats_held: 0,
  seats_blocked: 0,
  seats_reserved: 0,
  seats_sold: 0,
  total_bookings: 0,
  total_cancellations: 0,
  revenue: 0,
};

describe("cancelling an event", () => {
  test("names the bookings, their seats and the refund", () => {
    const { points, confirm } = describeStatusChange("cancel", event, true);
    expect(points[0]).toBe("15 bookings with 30 seats are cancelled, and US$2,550 is refunded to the buyers in full.");
    expect(points[1]).toMatch(/^Buyers are told by mail/);
    expect(describeStatusChange("cancel", event, false).points[1]).toMatch(/^Nobody is told/);
    expect(points[2]).toMatch(/^The 4 seats on hold can no longer be paid for/);
    expect(confirm).toBe("Cancel and refund US$2,550");
  });

  test("refunds nothing when nothing is sold", () => {
    const { points, confirm } = describeStatusChange("cancel", unsold, true);
    expect(points).toEqual(["Nothing is sold, so nothing is refunded.", "Sales end now. You can’t undo this."]);
    expect(confirm).toBe("Cancel event");
  });

  test("refunds nothing for a free booking", () => {
    const { points } = describeStatusChange("cancel", { ...unsold, total_bookings: 1, seats_sold: 1 }, true);
    expect(points[0]).toBe("1 booking with 1 seat is cancelled, and nothing is refunded, since nothing was paid.");
  });
});

describe("pausing", () => {
  test("keeps bookings valid and lets held seats be paid for", () => {
    const { points } = describeStatusChange("pause", event, true);
    expect(points[1]).toBe("The 4 seats on hold can still be paid for until their time runs out.");
    expect(points[2]).toBe("15 bookings with 30 seats stay valid. Nothing is refunded.");
    expect(describeStatusChange("pause", unsold, true).points.slice(1)).toEqual([
      "No seats are on hold right now.",
      "Nothing is sold yet. Nothing is refunded.",
    ]);
  });
});

test("resuming offers the unsold seats, publishing all of them", () => {
  expect(describeStatusChange("resume", event, true).points[0]).toContain("The 170 unsold seats");
  expect(describeStatusChange("publish", unsold, true).points[0]).toContain("its 200 seats");
});

test("a cancelled event allows no changes", () => {
  expect(changesFrom.cancelling).toEqual([]);
  expect(changesFrom.cancelled).toEqual([]);
});
