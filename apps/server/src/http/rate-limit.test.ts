import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createRateLimit } from "./rate-limit.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How many of `times` requests, all at once, may go on. */
function storm(limit: ReturnType<typeof createRateLimit>, client: string, times = 100): number {
  return Array.from({ length: times }, () => limit.take(client, 1)).filter((wait) => wait === 0).length;
}

it("allows thirty requests at once, then ten a second", () => {
  const limit = createRateLimit({ perSecond: 10, atOnce: 30 });
  expect(storm(limit, "a")).toBe(30);
  for (let second = 0; second < 5; second++) {
    vi.advanceTimersByTime(1000);
    expect(storm(limit, "a")).toBe(10);
  }
});

it("refills up to its capacity", () => {
  const limit = createRateLimit({ perSecond: 10, atOnce: 30 });
  storm(limit, "a");
  vi.advanceTimersByTime(500);
  expect(storm(limit, "a")).toBe(5);
  vi.advanceTimersByTime(3_600_000);
  expect(storm(limit, "a")).toBe(30);
});

it("never limits a client that sends ten a second", () => {
  const limit = createRateLimit({ perSecond: 10, atOnce: 30 });
  for (let i = 0; i < 600; i++) {
    expect(limit.take("a", 1)).toBe(0);
    vi.advanceTimersByTime(100);
  }
});

it("counts each client separately", () => {
  const limit = createRateLimit({ perSecond: 10, atOnce: 30 });
  storm(limit, "a");
  expect(storm(limit, "b")).toBe(30);
});

it("returns the exact time to wait", () => {
  const limit = createRateLimit({ perSecond: 10, atOnce: 30 });
  storm(limit, "a");
  const wait = limit.take("a", 5);
  expect(wait).toBe(500);
  vi.advanceTimersByTime(wait - 1);
  expect(limit.take("a", 5)).toBe(1);
  vi.advanceTimersByTime(1);
  expect(limit.take("a", 5)).toBe(0);
});

it("counts a batch by its calls, and allows one above its capacity after a pause", () => {
  const limit = createRateLimit({ perSecond: 2, atOnce: 6 });
  expect(limit.take("a", 4)).toBe(0);
  expect(storm(limit, "a")).toBe(2);
  vi.advanceTimersByTime(3000);
  expect(limit.take("a", 20)).toBe(0);
  expect(storm(limit, "a")).toBe(0);
});

it("evicts the least recently used client at its limit", () => {
  const limit = createRateLimit({ perSecond: 10, atOnce: 30, maxClients: 100 });
  for (const client of ["first", "second"]) storm(limit, client);
  for (let i = 0; i < 98; i++) limit.take(`other-${i}`, 1);
  expect(limit.take("first", 1)).toBeGreaterThan(0);
  limit.take("one too many", 1);
  expect(limit.take("first", 1)).toBeGreaterThan(0);
  expect(storm(limit, "second")).toBe(30);
});
