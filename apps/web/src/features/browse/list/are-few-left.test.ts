import { expect, test } from "vitest";
import { areFewLeft } from "./are-few-left";

test.each([
  [1, true],
  [20, true],
  [21, false],
  [200, false],
] as const)("%i of 200 seats left are few: %s", (seats_left, expected) => {
  expect(areFewLeft({ seats_left, seat_count: 200 })).toBe(expected);
});
