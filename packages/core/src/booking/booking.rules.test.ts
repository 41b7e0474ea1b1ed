import { describe, expect, it } from "vitest";
import { UserId } from "../ids.ts";
import { cancellableUntil, isCancellable, refundIfCancelled, showCancellableUntil } from "./booking.rules.ts";
import { Booking } from "./booking.ts";

const start_time = "2027-01-14T19:30:00.000Z";
const start = Date.parse(start_time) / 1000;
const confirmed = Booking.parse({
  booking_id: "booking-00042",
  event_id: "event-00001",
  user_id: "user-00001",
  holding_id: "holding-00042",
  seats: ["A-1", "A-2"],
  lines: [
    { seat: "A-1", seat_type: "Stalls", price: 4500 },
    { seat: "A-2", seat_type: "Stalls", price: 4500 },
  ],
  total: 9000,
  currency: "USD",
  booking_date: "2026-11-22T05:04:19.123000042Z",
  payment_id: "payment-00042",
  state: "confirmed",
  cancelled_at: null,
  refund: null,
});
const cancelled = Booking.parse({
  ...confirmed,
  state: "cancelled",
  cancelled_at: "2026-11-23T05:04:19.123Z",
  refund: { amount: 9000 },
});

const unmoved = { moved_from: null, free_cancellation_until: null };
const owner_id = UserId.parse("user-00007");
const buyer = { user_id: confirmed.user_id, role: "guest" as const };

describe("whether the buyer may cancel, and what comes back", () => {
  it.each([
    ["published", -0.001, "before it begins", true],
    ["published", 0, "as it begins", false],
    ["published", 86_400, "a day after it began", false],
    ["paused", -0.001, "before it begins", true],
    ["paused", 0, "as it begins", false],
    ["draft", 0, "as it begins", false],
    ["cancelling", -0.001, "before it begins", true],
    ["cancelling", 86_400, "a day after it should have begun", true],
    ["cancelled", 86_400, "a day after it should have begun", true],
  ] as const)("of an event that is %s, %d s from its start, %s: %s", (status, after, _, may) => {
    const now = start + after;
    const event = { status, start_time, owner_id, organization_id: null, ...unmoved };
    expect(isCancellable(confirmed, event, buyer, now)).toBe(may);
    expect(refundIfCancelled(confirmed, event, buyer, now)).toBe(may ? 9000 : null);
    expect(refundIfCancelled(cancelled, event, buyer, now)).toBeNull();
  });

  it("of a free event is the buyer's to cancel, also where the box office gave it out", () => {
    const free = { ...confirmed, total: 0, payment_id: null, counter: "cash" as const };
    const event = { status: "published", start_time, owner_id, organization_id: null, ...unmoved } as const;
    expect(refundIfCancelled(free, event, buyer, start - 1)).toBe(0);
    expect(showCancellableUntil(free, event, start - 1)).toBe(start_time);
  });

  it("paid in cash is the box office's to cancel, until its event is called off", () => {
    const cash = { ...confirmed, payment_id: null, counter: "cash" as const };
    const event = { status: "published", start_time, owner_id, organization_id: null, ...unmoved } as const;
    const organizer = { user_id: owner_id, role: "organizer" as const };
    expect(refundIfCancelled(cash, event, buyer, start - 1)).toBeNull();
    expect(showCancellableUntil(cash, event, start - 1)).toBeNull();
    expect(refundIfCancelled(cash, event, organizer, start - 1)).toBe(9000);
    expect(refundIfCancelled(cash, { ...event, status: "cancelling" }, buyer, start - 1)).toBe(9000);
  });

  it.each([
    ["its organizer", { user_id: owner_id, role: "organizer" }, true],
    ["an admin", { user_id: buyer.user_id, role: "admin" }, true],
    ["another organizer", { user_id: buyer.user_id, role: "organizer" }, false],
  ] as const)("once the event has begun, by %s: %s", (_, actor, may) => {
    const event = { status: "published", start_time, owner_id, organization_id: null, ...unmoved } as const;
    expect(isCancellable(confirmed, event, actor, start)).toBe(may);
    expect(refundIfCancelled(confirmed, event, actor, start)).toBe(may ? 9000 : null);
    expect(refundIfCancelled(cancelled, event, actor, start)).toBeNull();
  });
});

const hour = 3600;
const moved = "2027-01-20T19:30:00.000Z";
const movedAt = Date.parse(moved) / 1000;
const at = (seconds: number) => new Date(seconds * 1000).toISOString();
const free = at(start - 5 * 86_400);

describe("until when a buyer may cancel", () => {
  it.each([
    ["as it was sold, by the usual policy", {}, {}, start],
    ["two days before, as agreed", { cancellation_policy: { hours_before: 48, percent: 100 } }, {}, start - 48 * hour],
    ["never, as agreed", { cancellation_policy: null }, {}, null],
    [
      "never, though moved, when the new date was bought",
      { cancellation_policy: null, start_time: moved },
      { start_time: moved, moved_from: start_time, free_cancellation_until: free },
      null,
    ],
    [
      "within the free period, when the old date was bought",
      { cancellation_policy: null, start_time },
      { start_time: moved, moved_from: start_time, free_cancellation_until: free },
      start - 5 * 86_400,
    ],
    [
      "within the free period, when the booking is from before starts were kept",
      { cancellation_policy: null },
      { start_time: moved, moved_from: start_time, free_cancellation_until: free },
      start - 5 * 86_400,
    ],
    [
      "as the policy says, where that is later than the free period",
      { start_time },
      { start_time: moved, moved_from: start_time, free_cancellation_until: free },
      movedAt,
    ],
    [
      "never after the new start, however long the free period",
      { cancellation_policy: null, start_time },
      { start_time: moved, moved_from: start_time, free_cancellation_until: at(movedAt + hour) },
      movedAt,
    ],
    [
      "as agreed, once moved back to the date that was bought",
      { cancellation_policy: null, start_time },
      { start_time, moved_from: start_time, free_cancellation_until: free },
      null,
    ],
  ] as const)("%s", (_, sold, event, until) => {
    const booking = Booking.parse({ ...confirmed, ...sold });
    const stored = { status: "published", start_time, owner_id, organization_id: null, ...unmoved, ...event } as const;
    expect(cancellableUntil(booking, stored)).toBe(until);
    if (until === null) return expect(isCancellable(booking, stored, buyer, 0)).toBe(false);
    expect(isCancellable(booking, stored, buyer, until - 0.001)).toBe(true);
    expect(isCancellable(booking, stored, buyer, until)).toBe(false);
  });
});

describe("a booking", () => {
  it.each([
    ["confirmed with a refund", { ...confirmed, refund: { amount: 9000 } }],
    ["confirmed and cancelled at some time", { ...confirmed, cancelled_at: "2026-11-23T05:04:19.123Z" }],
    ["cancelled without a time", { ...cancelled, cancelled_at: null }],
    ["cancelled without a refund", { ...cancelled, refund: null }],
  ])("is never %s", (_, booking) => {
    expect(Booking.safeParse(booking).success).toBe(false);
  });
});
