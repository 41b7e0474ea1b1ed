import { expect, test } from "vitest";
import { formatWait } from "./format-wait";

test.each([
  [1, "1 minute"],
  [61, "2 minutes"],
  [3599, "1 hour"],
  [7200, "2 hours"],
  [47 * 3600, "47 hours"],
  [48 * 3600, "2 days"],
  [50 * 3600, "3 days"],
])("%d seconds are %s", (seconds, text) => {
  expect(formatWait(seconds)).toBe(text);
});
