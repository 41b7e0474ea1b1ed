import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { followClock } from "./follow-clock.ts";

const now = Date.parse("2026-03-01T09:30:00Z");
const at = (seconds: number) => ({ date: new Date(now + seconds * 1_000).toUTCString() });
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now }));
afterAll(() => void vi.useRealTimers());

it.each([
  [0, false],
  [-239, false],
  [239, false],
  [240, true],
  [-240, true],
])("%d seconds off, the clock is set, and minutes off is: %s", (seconds, wrong) => {
  const clock = followClock();
  expect(clock.set(at(seconds), now)).toBe(wrong);
  expect(clock.now().getTime()).toBe(now + seconds * 1_000);
});

it.each([
  ["without a date", {}, now],
  ["with a date that is none", { date: "today" }, now],
  ["that a cache kept", { ...at(3_600), age: "5" }, now],
  ["that took over a quarter of an hour", at(3_600), now - 900_001],
])("an answer %s leaves the clock as it is", (_, headers, sentAt) => {
  const clock = followClock();
  expect(clock.set(headers, sentAt)).toBe(false);
  expect(clock.now().getTime()).toBe(now);
});
