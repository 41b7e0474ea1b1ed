import fc from "fast-check";
import { expect, it } from "vitest";
import { topK } from "./top-k.ts";

const byKey = (a: [number, number], b: [number, number]) => a[0] - b[0];

it("returns the same as sorting, keeping the order of ties", () => {
  const pairs = fc
    .array(fc.integer({ min: 0, max: 9 }))
    .map((keys) => keys.map((key, i): [number, number] => [key, i]));
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 20 }), (all, count) => {
      expect(topK(all, count, byKey)).toEqual(all.toSorted(byKey).slice(0, count));
    }),
  );
});
