import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readRetryAfter } from "./read-retry-after.ts";

const now = Date.parse("2026-03-01T09:30:00Z");
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now }));
afterAll(() => void vi.useRealTimers());

it.each([
  [{ "x-amz-retry-after": "1500" }, 1_500],
  [{ "retry-after": "2" }, 2_000],
  [{ "retry-after": "0.5" }, 500],
  [{ "retry-after": "Sun, 01 Mar 2026 09:30:07 GMT" }, 7_000],
  [{ "x-amz-retry-after": "1500", "retry-after": "9" }, 1_500],
])("%j is so many milliseconds from now", (headers, wait) => {
  expect(readRetryAfter(headers)?.getTime()).toBe(now + wait);
});

it.each([{}, { "retry-after": "soon" }, { "x-amz-retry-after": "soon" }])("%j names no moment", (headers) => {
  expect(readRetryAfter(headers)).toBeUndefined();
});
