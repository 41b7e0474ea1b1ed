import { expect, it } from "vitest";
import { quantile, round } from "./quantile.ts";

const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

it("finds the value that a share of the values do not exceed", () => {
  expect(quantile(hundred, 0.5)).toBe(50);
  expect(quantile(hundred, 0.99)).toBe(99);
  expect(quantile(hundred, 1)).toBe(100);
  expect(quantile([7], 0.01)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

it("writes as many digits as mean something", () => {
  expect([0.123, 1.26, 12.6, -0.5, Number.NaN].map(round)).toEqual(["0.12", "1.3", "13", "-0.50", "–"]);
});
