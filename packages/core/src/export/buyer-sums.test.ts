import fc from "fast-check";
import { expect, it } from "vitest";
import type { BuyerSum } from "../analytics/buyers.rules.ts";
import { createBuyerSums } from "./buyer-sums.ts";

const text = fc.option(fc.string({ unit: "binary" }));
const date = fc.date({ noInvalidDate: true }).map((instant) => instant.toISOString());
const sum: fc.Arbitrary<BuyerSum> = fc.record({
  ...{ name: text, email: text, bookings: fc.nat(), cancellations: fc.nat(), seats: fc.nat() },
  ...{ spend: fc.oneof(fc.constantFrom(0, 1000), fc.maxSafeNat()), first_booking: date, last_booking: date },
});
const written = fc.array(fc.tuple(fc.string({ maxLength: 1 }), sum), { maxLength: 60 });

it("gives back what was written last for each buyer, as a map of objects does", () => {
  fc.assert(
    fc.property(written, fc.integer({ min: 1, max: 9 }), (pairs, atOnce) => {
      const sums = createBuyerSums();
      for (const [who, sum] of pairs) sums.set(who, sum);
      const known = new Map(pairs);
      for (const [who, sum] of known) expect(sums.get(who)).toEqual(sum);
      const pieces = [...sums.bySpend(atOnce)];
      expect(pieces.flat()).toEqual([...known.values()].sort((a, b) => b.spend - a.spend));
      expect(pieces.slice(0, -1).every((piece) => piece.length === atOnce)).toBe(true);
    }),
  );
});

it("knows nobody whose sum was not written", () => {
  const sums = createBuyerSums();
  expect(sums.get("ann@example.org")).toBeUndefined();
  expect([...sums.bySpend(10)]).toEqual([]);
});
