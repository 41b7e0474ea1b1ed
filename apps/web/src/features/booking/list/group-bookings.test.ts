import { addMinutes } from "@evently/core/format/add-minutes";
import { describe, expect, test } from "vitest";
import { groupBookings, type ListedBooking } from "./group-bookings";

const now = Date.parse("2027-01-14T20:00:00Z") / 1000;

type Options = { id: number; start?: string; cancelled_at?: string; refund_if_cancelled?: number | null };

function listed({ id, start, cancelled_at, refund_if_cancelled = null }: Options): ListedBooking {
  const booking = {
    booking_id: `booking-0000${id}`,
    booking_date: "2027-01-01T10:00:00.000000001Z",
    state: cancelled_at ? "cancelled" : "confirmed",
    cancelled_at: cancelled_at ?? null,
    refund_if_cancelled,
  };
  const event = start ? { event_id: "event-00001", start_time: start, end_time: addMinutes(start, 120) } : null;
  return { booking, event } as unknown as ListedBooking;
}

const ids = (group: ListedBooking[]) => group.map(({ booking }) => Number(booking.booking_id.slice(-1)));

describe("grouping bookings", () => {
  test("sorts upcoming ones soonest first, past ones latest first, cancelled ones newest first", () => {
    const groups = groupBookings(
      [
        listed({ id: 1, start: "2027-03-01T19:00:00Z" }),
        listed({ id: 2, start: "2027-01-15T19:00:00Z" }),
        listed({ id: 3, start: "2026-12-01T19:00:00Z" }),
        listed({ id: 4, start: "2027-01-02T19:00:00Z" }),
        listed({ id: 5, start: "2027-02-01T19:00:00Z", cancelled_at: "2027-01-03T10:00:00Z" }),
        listed({ id: 6, start: "2027-02-01T19:00:00Z", cancelled_at: "2027-01-04T10:00:00Z" }),
      ],
      now,
    );
    expect(ids(groups.upcoming)).toEqual([2, 1]);
    expect(ids(groups.past)).toEqual([4, 3]);
    expect(ids(groups.cancelled)).toEqual([6, 5]);
  });

  test("keeps an event upcoming until it has ended", () => {
    const groups = groupBookings([listed({ id: 1, start: "2027-01-14T18:30:00Z" })], now);
    expect(ids(groups.upcoming)).toEqual([1]);
    expect(ids(groupBookings([listed({ id: 1, start: "2027-01-14T18:00:00Z" })], now).past)).toEqual([1]);
  });

  test("groups a booking without its event by whether it can be cancelled", () => {
    const groups = groupBookings([listed({ id: 1, refund_if_cancelled: 0 }), listed({ id: 2 })], now);
    expect(ids(groups.upcoming)).toEqual([1]);
    expect(ids(groups.past)).toEqual([2]);
  });
});
