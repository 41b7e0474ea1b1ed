import { expect, test } from "vitest";
import { countGross, fillings } from "./count-gross";

const counts = [
  { seat_type: "Stalls", count: 150 },
  { seat_type: "Box", count: 50 },
];

test("a house brings in its share of every seat at its price", () => {
  const amounts = { Stalls: 4500, Box: 9999 };
  expect(fillings.map((percent) => countGross(counts, amounts, percent))).toEqual([704970, 939960, 1174950]);
});

test("shares that are no whole unit go to the nearest", () => {
  expect(countGross([{ seat_type: "Stalls", count: 1 }], { Stalls: 101 }, 60)).toBe(61);
});

test("a free event brings in nothing", () => {
  expect(countGross(counts, { Stalls: 0, Box: 0 }, 100)).toBe(0);
});

test("a type without a price leaves it open, unless it has no seats", () => {
  expect(countGross(counts, { Stalls: 4500 }, 100)).toBeNull();
  expect(countGross([...counts.slice(0, 1), { seat_type: "Box", count: 0 }], { Stalls: 4500 }, 100)).toBe(675000);
});
