import { expect, test } from "vitest";
import { describePrice, describePrices } from "./describe-prices";

test("a seat that costs nothing is free", () => {
  expect([describePrice(0, "USD"), describePrice(2000, "USD")]).toEqual(["Free", "US$20"]);
});

test.each([
  [0, 0, "Free"],
  [0, 2000, "free to US$20"],
  [2000, 2000, "US$20"],
  [2000, 9000, "from US$20"],
])("%d to %d cents is %j", (price_min, price_max, words) => {
  expect(describePrices({ price_min, price_max, currency: "USD" })).toBe(words);
});
