import { expect, test } from "vitest";
import { countRevenue, fillRates } from "./count-revenue";

const counts = [
  { seat_type: "Stalls", count: 150 },
  { seat_type: "Box", count: 50 },
];

test("takes the share of every seat at its price", () => {
  const amounts = { Stalls: 4500, Box: 9999 };
  expect(fillRates.map((percent) => countRevenue(counts, amounts, percent))).toEqual([704970, 939960, 1174950]);
});

test("rounds to the nearest minor unit", () => {
  expect(countRevenue([{ seat_type: "Stalls", count: 1 }], { Stalls: 101 }, 60)).toBe(61);
});

test("a free event has no revenue", () => {
  expect(countRevenue(counts, { Stalls: 0, Box: 0 }, 100)).toBe(0);
});

test("is null while a type with seats has no price", () => {
  expect(countRevenue(counts, { Stalls: 4500 }, 100)).toBeNull();
  expect(countRevenue([...counts.slice(0, 1), { seat_type: "Box", count: 0 }], { Stalls: 4500 }, 100)).toBe(675000);
});
