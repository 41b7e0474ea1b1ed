import { expect, test } from "vitest";
import { mustForget } from "./must-forget";

const end_time = "2027-01-14T20:20:00.000Z";
const end = Date.parse(end_time) / 1000;
const day = 86_400;

test("what was fetched for a door is kept for a day after its event", () => {
  const at = (hours: number) => mustForget({ end_time, opened_at: 0 }, end + hours * 3600);
  expect([-1, 0, 23.9, 24.1].map(at)).toEqual([false, false, false, true]);
});

test("a key whose list never came is kept for a week after it was used", () => {
  const at = (days: number) => mustForget({ end_time: null, opened_at: end }, end + days * day);
  expect([0, 6.9, 7.1].map(at)).toEqual([false, false, true]);
});
