import { expect, test } from "vitest";
import { describeFound } from "./describe-found";

const all = { count: 1, search: "", isLooking: false, hasMore: false };

test.each([
  [all, "1 booking"],
  [{ ...all, count: 1200, hasMore: true }, "1,200 bookings loaded so far"],
  [{ ...all, search: "F-1" }, "1 booking for “F-1”"],
  [{ ...all, count: 0, search: "ann", hasMore: true }, "0 bookings for “ann” so far; older ones are not searched yet"],
  [{ ...all, search: "F-1", isLooking: true }, "Looking for “F-1”…"],
  [{ ...all, isLooking: true }, "Looking…"],
])("%j", (found, words) => {
  expect(describeFound(found)).toBe(words);
});
