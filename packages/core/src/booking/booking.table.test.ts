import fc from "fast-check";
import { expect, it } from "vitest";
import { id } from "../testing/id.ts";
import { toBookingDate } from "./booking.table.ts";

const number = fc.integer({ min: 1, max: 999_999 });
const milliseconds = fc.integer({ min: 0, max: 4_102_444_800_000 });

it("a booking's date is its instant with nine digits, the last six from its number", () => {
  expect(toBookingDate(1_795_323_859.123, id.booking(42))).toBe("2026-11-22T05:04:19.123000042Z");
  expect(toBookingDate(1_795_323_859, id.booking(123_456))).toBe("2026-11-22T05:04:19.000123456Z");
  expect(toBookingDate(1_795_323_859.5, id.booking(7_000_001))).toBe("2026-11-22T05:04:19.500000001Z");
});

it("never lies in the future: what is below a millisecond is dropped, not rounded up", () => {
  expect(toBookingDate(1_795_323_859.999_9, id.booking(1))).toBe("2026-11-22T05:04:19.999000001Z");
});

it("a million bookings of one millisecond have different dates", () => {
  fc.assert(
    fc.property(milliseconds, number, number, (at, first, second) => {
      expect(toBookingDate(at / 1000, id.booking(first)) === toBookingDate(at / 1000, id.booking(second))).toBe(
        first === second,
      );
    }),
  );
});

it("dates sort as the bookings were made", () => {
  fc.assert(
    fc.property(
      milliseconds,
      fc.integer({ min: 2, max: 1e9 }),
      number,
      number,
      (at, later, earlierNumber, laterNumber) => {
        const [first, second] = [
          toBookingDate(at / 1000, id.booking(earlierNumber)),
          toBookingDate((at + later) / 1000, id.booking(laterNumber)),
        ];
        expect(first <= second).toBe(true);
        expect(Math.abs(Date.parse(first) - at)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
