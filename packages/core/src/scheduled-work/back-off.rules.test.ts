import { expect, it } from "vitest";
import { backOffSeconds, mailBackOffSeconds } from "./back-off.rules.ts";

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

it("begins with about ten seconds for a mail, and each pause is at least half as long again as the one before", () => {
  const [shortest, longest] = [0, 1].map((random) => attempts.map((n) => mailBackOffSeconds(n, random)));
  expect(shortest?.[0]).toBe(9.5);
  expect(longest?.[0]).toBe(10.5);
  for (const [i, pause] of (shortest ?? []).slice(1, 9).entries())
    expect(pause / (longest?.[i] ?? 0)).toBeGreaterThan(1.5);
  expect(mailBackOffSeconds(10_000, 1)).toBe(3600);
});
