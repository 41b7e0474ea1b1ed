import { describe, expect, it } from "vitest";
import { Booking } from "../booking/booking.ts";
import { faultsOf, soundRecords } from "../testing/audit-records.ts";
import { recount, type SaleCounts } from "./recount.ts";

describe("counts that differ from the records", () => {
  const sound = recount(soundRecords().bookings);
  const counted = (change: Partial<SaleCounts>, after: Partial<SaleCounts> = change) =>
    faultsOf(() => ({ counts: { before: { ...sound, ...change }, after: { ...sound, ...after } } }));

  it("cover bookings, cancellations, seats and money per seat type", () => {
    expect(sound).toEqual({
      ...{ total_bookings: 3, total_cancellations: 1, counter_sales: 0, booking_changes: 0, refunds: 0 },
      ...{ reservations: 0, reservations_lapsed: 0, seats_reserved: 0 },
      ...{ seats_sold: 3, comps: 0, gross: 18_000, refunded: 4_500 },
      by_seat_type: { Stalls: { seats_sold: 3, revenue: 13_500 } },
    });
  });

  it("cover a seat type named like an object's property", () => {
    const [first] = soundRecords().bookings;
    const lines = first?.lines.map((line) => ({ ...line, seat_type: "constructor" }));
    expect(recount([Booking.parse({ ...first, lines })]).by_seat_type).toEqual({
      constructor: { seats_sold: 2, revenue: 9_000 },
    });
  });

  it.each([
    [{ total_bookings: 4 }, "total_bookings is counted as 4, the records say 3"],
    [{ total_bookings: 2 }, "total_bookings is counted as 2, the records say 3"],
    [{ total_cancellations: 0 }, "total_cancellations is counted as 0, the records say 1"],
    [{ gross: 18_001 }, "gross is counted as 18001, the records say 18000"],
    [{ refunded: 0 }, "refunded is counted as 0, the records say 4500"],
    [{ seats_sold: 2 }, "seats_sold is counted as 2, the records say 3"],
    [
      { by_seat_type: { Stalls: { seats_sold: 4, revenue: 13_500 } } },
      "seats_sold of Stalls is counted as 4, the records say 3",
    ],
    [
      { by_seat_type: { Stalls: { seats_sold: 3, revenue: 9_000 } } },
      "revenue of Stalls is counted as 9000, the records say 13500",
    ],
  ])("%j", (change, fault) => {
    expect(counted(change)).toEqual([fault]);
  });

  it("cover a seat type never sold and one never counted", () => {
    expect(counted({ by_seat_type: { Balcony: { seats_sold: 3, revenue: 13_500 } } })).toEqual([
      "seats_sold of Stalls is counted as 0, the records say 3",
      "revenue of Stalls is counted as 0, the records say 13500",
      "seats_sold of Balcony is counted as 3, the records say 0",
      "revenue of Balcony is counted as 13500, the records say 0",
    ]);
  });

  it("exclude sales made during the read", () => {
    const earlier = { total_bookings: 2, gross: 13_500, seats_sold: 2, by_seat_type: {} };
    expect(counted(earlier, { total_bookings: 5, gross: 27_000, seats_sold: 5 })).toEqual([]);
    expect(counted({ total_bookings: 1 }, { total_bookings: 2 })).toEqual([
      "total_bookings is counted as 2, the records say 3",
    ]);
    expect(counted({ gross: 18_500 }, { gross: 19_000 })).toEqual(["gross is counted as 18500, the records say 18000"]);
  });
});
