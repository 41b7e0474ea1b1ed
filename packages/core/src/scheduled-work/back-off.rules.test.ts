import { expect, it } from "vitest";
import { backOffSeconds } from "./back-off.rules.ts";

const attempts = Array.from({ length: 12 }, (_, i) => i + 1);

it("doubles the pause after each failed attempt, up to an hour", () => {
  const longest = attempts.map((n) => backOffSeconds(n, 0));
  expect(longest).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
  expect(backOffSeconds(10_000, 0)).toBe(3600);
});

it("leaves out up to half of it by chance", () => {
  const shortest = attempts.map((n) => Math.round(backOffSeconds(n, 1 - Number.EPSILON)));
  expect(shortest).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1800, 1800, 1800]);
});
