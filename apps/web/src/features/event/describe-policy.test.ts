import { expect, test } from "vitest";
import { describePolicy } from "./describe-policy";

test.each([
  [null, "not at all"],
  [{ hours_before: 0, percent: 100 as const }, "until the event begins"],
  [{ hours_before: 1, percent: 100 as const }, "until 1 hour before"],
  [{ hours_before: 1_200, percent: 100 as const }, "until 1,200 hours before"],
])("of %j buyers may cancel %s", (policy, words) => {
  expect(describePolicy(policy)).toBe(words);
});
