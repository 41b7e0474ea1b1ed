import { getHeapStatistics } from "node:v8";
import { expect, it } from "vitest";
import { heapShare } from "./heap-share.ts";

it("a share of the heap is so many megabytes, or on a small heap its part of what may last there", () => {
  const limit = getHeapStatistics().heap_size_limit;
  expect(heapShare(16, 0.5)).toBe(16_000_000);
  expect(heapShare(1e9, 0.5)).toBeLessThan(limit / 2);
  expect(heapShare(1e9, 0.5)).toBeGreaterThan(limit / 4);
});
