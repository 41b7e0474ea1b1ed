import { expect, test } from "vitest";
import { describePolicy } from "./describe-policy";

test.each([
  [null, "not at all"],
  [{ hours_before: 0, percent: 100 }, "until the event begins"],
  [{ hours_before: 1, percent: 100 }, "until 1 hour before"],
  [{ hours_before: 1_200, percent: 100 }, "until 1,200 hours before"],
  [{ hours_before: 48, percent: 50 }, "until 48 hours before, with 50% of the price back"],
  [{ hours_before: 0, percent: 1 }, "until the event begins, with 1% of the price back"],
  [{ hours_before: 0, percent: 0 }, "until the event begins, with nothing back"],
])("of %j buyers may cancel %s", (policy, words) => {
  expect(describePolicy(policy)).toBe(words);
});
