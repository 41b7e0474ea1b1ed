import { expect, test } from "vitest";
import { mustForget } from "./must-forget";

test("what was fetched for a door is kept for a day after its event", () => {
  const end = "2027-01-14T20:20:00.000Z";
  const at = (hours: number) => Date.parse(end) / 1000 + hours * 3600;
  expect([-1, 0, 23.9, 24.1].map((hours) => mustForget(end, at(hours)))).toEqual([false, false, false, true]);
});
