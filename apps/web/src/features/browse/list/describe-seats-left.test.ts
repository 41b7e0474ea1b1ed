import { expect, test } from "vitest";
import { describeSeatsLeft } from "./describe-seats-left";

test.each([
  [0, "sold out"],
  [1, "few"],
  [20, "few"],
  [21, "plenty"],
  [200, "plenty"],
] as const)("%i of 200 seats left is %s", (seats_left, expected) => {
  expect(describeSeatsLeft({ seats_left, seat_count: 200 })).toBe(expected);
});
