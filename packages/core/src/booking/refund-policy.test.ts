import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Event } from "../event/event.ts";
import { UserId } from "../ids.ts";
import { apportion } from "../money/apportion.ts";
import { largestAmount } from "../money/money.rules.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { refundIfCancelled } from "./booking.rules.ts";
import { Booking } from "./booking.ts";

const hour = 3600;
const start = Date.parse("2027-01-14T19:30:00.000Z") / 1000;
const start_time = toInstant(start);
const owner_id = UserId.parse("user-00007");
const buyer: Actor = { user_id: UserId.parse("user-00001"), role: "guest" };
const boxOffice: Actor = { user_id: owner_id, role: "organizer" };

type Agreed = { percent: number; hours_before: number } | null;

function booked(cancellation_policy: Agreed, change: Partial<Booking> = {}): Booking {
  const lines = [{ seat: "A-1", seat_type: "Stalls", price: 4999 }];
  return Booking.parse({
    ...{ booking_id: "booking-00042", event_id: "event-00001", user_id: "user-00001", holding_id: "holding-00042" },
    ...{ seats: ["A-1"], lines, total: 4999, currency: "USD", booking_date: "2026-11-22T05:04:19.123000042Z" },
    ...{ payment_id: "payment-00042", state: "confirmed", cancelled_at: null, refund: null },
    ...{ start_time, cancellation_policy, terms: null, ...change },
  });
}

type Changed = Partial<Pick<Event, "status" | "start_time" | "moved_from" | "free_cancellation_until">>;

const event = (change: Changed = {}) => ({
  ...({ status: "published", start_time, owner_id, organization_id: null } as const),
  ...{ moved_from: null, free_cancellation_until: null, ...change },
});

const half = { percent: 50, hours_before: 24 };
const moved = {
  ...{ start_time: toInstant(start + 100 * hour), moved_from: start_time },
  free_cancellation_until: toInstant(start - 48 * hour),
};

describe("what comes back by policy, time and actor", () => {
  it.each<[string, Booking, ReturnType<typeof event>, Actor, seconds: number, refund: number | null]>([
    ["half of an odd price, rounded down", booked(half), event(), buyer, -25 * hour, 2499],
    ["until the notice begins, not at it", booked(half), event(), buyer, -24 * hour, null],
    ["nothing, where the policy says 0 %", booked({ ...half, percent: 0 }), event(), buyer, -25 * hour, 0],
    ["all, where it says 100 %", booked({ ...half, percent: 100 }), event(), buyer, -25 * hour, 4999],
    ["one unit of a hundredth", booked({ ...half, percent: 1 }), event(), buyer, -25 * hour, 49],
    ["never, where buyers can't cancel", booked(null), event(), buyer, -999 * hour, null],
    ["less what went back before", booked(half, { refunded: 1000 }), event(), buyer, -25 * hour, 1499],
    ["nothing, where more went back before", booked(half, { refunded: 3000 }), event(), buyer, -25 * hour, 0],
    ["all that is left to the box office", booked(half, { refunded: 1000 }), event(), boxOffice, hour, 3999],
    ["all to the box office, whatever the policy", booked(null), event(), boxOffice, -hour, 4999],
    ["all, once the event is called off", booked(null), event({ status: "cancelling" }), buyer, hour, 4999],
    [
      "the rest, once it is called off",
      booked(half, { refunded: 1 }),
      event({ status: "cancelled" }),
      buyer,
      hour,
      4998,
    ],
    ["all of a moved event in its free period", booked(half), event(moved), buyer, -49 * hour, 4999],
    ["by the policy of a moved event after it", booked(half), event(moved), buyer, -48 * hour, 2499],
    ["all of a moved event, where buyers can't cancel", booked(null), event(moved), buyer, -49 * hour, 4999],
    ["no more of it after the free period", booked(null), event(moved), buyer, -48 * hour, null],
    ["nothing to a buyer somebody went in for", booked(half, { admitted: 1 }), event(), buyer, -25 * hour, null],
    ["nothing to a buyer who paid in cash", booked(half, { counter: "cash" }), event(), buyer, -25 * hour, null],
  ])("%s", (_, booking, at, actor, seconds, refund) => {
    expect(refundIfCancelled(booking, at, actor, start + seconds)).toBe(refund);
  });

  it("is never more than is left, never below 0, and exact for the largest price", () => {
    const amount = fc.integer({ min: 0, max: largestAmount });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 100 }), (total, part, percent) => {
        const refunded = Math.min(part, total);
        const booking = booked({ percent, hours_before: 0 }, { total, refunded });
        const refund = refundIfCancelled(booking, event(), buyer, start - 1) ?? -1;
        expect(refund).toBeGreaterThanOrEqual(0);
        expect(refunded + refund).toBeLessThanOrEqual(total);
        const whole = Number((BigInt(total) * BigInt(percent)) / 100n);
        expect(refunded + refund).toBe(Math.max(refunded, whole));
      }),
    );
  });
});

it("refunds of all seats one by one add up to the total to the minor unit, whatever went back before", () => {
  const price = fc.integer({ min: 0, max: largestAmount });
  fc.assert(
    fc.property(fc.array(price, { minLength: 1, maxLength: 20 }), fc.nat(), (prices, before) => {
      const total = prices.reduce((sum, price) => sum + price, 0);
      let left = total - Math.min(before, total);
      for (const [i, price] of prices.entries()) {
        left -= Math.min(price, left);
        const kept = prices.slice(i + 1);
        expect(left).toBeLessThanOrEqual(kept.reduce((sum, other) => sum + other, 0));
        expect(apportion(left, kept).reduce((sum, share) => sum + share, 0)).toBe(left);
      }
      expect(left).toBe(0);
    }),
  );
});
