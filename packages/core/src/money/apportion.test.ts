import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "./apportion.ts";
import { largestAmount } from "./money.rules.ts";

describe("an amount in shares", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [6500, [4500, 2000], [4500, 2000]],
    [55, [45, 20], [38, 17]],
    [1, [45, 20], [1, 0]],
    [0, [45, 20], [0, 0]],
    [10, [0, 0], [0, 0]],
    [10, [0, 7], [0, 10]],
    [7, [], []],
  ])("%d by %j is %j", (amount, weights, shares) => {
    expect(apportion(amount, weights)).toEqual(shares);
  });

  it("adds up exactly, and no share is a unit away from its proportion", () => {
    const weights = fc.array(fc.integer({ min: 0, max: largestAmount }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestAmount }), weights, (amount, list) => {
        const whole = list.reduce((sum, weight) => sum + weight, 0);
        fc.pre(whole > 0);
        const shares = apportion(amount, list);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        for (const [i, share] of shares.entries()) {
          const exact = BigInt(amount) * BigInt(list[i] ?? 0);
          expect(BigInt(share) * BigInt(whole) - exact < BigInt(whole)).toBe(true);
          expect(exact - BigInt(share) * BigInt(whole) < BigInt(whole)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
