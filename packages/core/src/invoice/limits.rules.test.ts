import { expect, it } from "vitest";
import { dueBy, mostAwaiting } from "./limits.rules.ts";

const day = 86_400;

it.each([
  ["after the window", 60, 14, 14],
  ["a day before the start, where the window would end later", 20, 30, 19],
  ["a day before the start, where the window ends with it", 14, 14, 13],
])("an invoice is due %s", (_, start, window, due) => {
  expect(dueBy(1_000, { start: 1_000 + start * day, window: window * day })).toBe(1_000 + due * day);
});

it.each([
  [4, 0],
  [5, 1],
  [59, 11],
  [20_000, 4_000],
])("of %i seats %i may be reserved at a time, and ten by one person", (seat_count, ofEvent) => {
  expect(mostAwaiting({ seat_count })).toEqual({ ofEvent, ofPerson: 10 });
});
