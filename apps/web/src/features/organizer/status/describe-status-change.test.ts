import { describe, expect, test } from "vitest";
import { changesFrom, describeStatusChange, type StatusFigures } from "./describe-status-change";

const event = {
  event_id: "event-00001",
  name: "Evening",
  status: "published",
  currency: "USD",
  total_seats: 200,
  seats_held: 4,
  seats_sold: 30,
  total_bookings: 16,
  total_cancellations: 1,
  revenue: 255000,
} as StatusFigures;
const unsold: StatusFigures = {
  ...event,
  seats_held: 0,
  seats_sold: 0,
  total_bookings: 0,
  total_cancellations: 0,
  revenue: 0,
};

describe("calling an event off", () => {
  test("names the bookings that stand, their seats and the money that goes back", () => {
    const { points, confirm } = describeStatusChange("cancel", event);
    expect(points[0]).toBe("15 bookings with 30 seats are cancelled, and $2,550 goes back to the buyers in full.");
    expect(points[1]).toMatch(/^The 4 seats held right now can no longer be paid for/);
    expect(confirm).toBe("Call off and refund $2,550");
  });

  test("with nothing sold says that no money moves", () => {
    const { points, confirm } = describeStatusChange("cancel", unsold);
    expect(points).toEqual(["Nothing is sold, so no money goes back.", "The sale ends now, and this can’t be undone."]);
    expect(confirm).toBe("Call the event off");
  });

  test("of one free booking refunds nothing", () => {
    const { points } = describeStatusChange("cancel", { ...unsold, total_bookings: 1, seats_sold: 1 });
    expect(points[0]).toBe("1 booking with 1 seat is cancelled, and nothing is refunded, since nothing was paid.");
  });
});

describe("pausing", () => {
  test("keeps what is sold and lets held seats be paid", () => {
    const { points } = describeStatusChange("pause", event);
    expect(points[1]).toBe("The 4 seats held right now may still be paid for until their time runs out.");
    expect(points[2]).toBe("15 bookings with 30 seats stay valid. No money moves.");
    expect(describeStatusChange("pause", unsold).points.slice(1)).toEqual([
      "Nobody holds seats right now.",
      "Nothing is sold yet. No money moves.",
    ]);
  });
});

test("going on offers what is not sold; publishing offers all", () => {
  expect(describeStatusChange("resume", event).points[0]).toContain("The 170 seats not sold");
  expect(describeStatusChange("publish", unsold).points[0]).toContain("its 200 seats");
});

test("a called-off event allows no change any more", () => {
  expect(changesFrom.cancelling).toEqual([]);
  expect(changesFrom.cancelled).toEqual([]);
});
