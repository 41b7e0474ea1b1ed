import { describe, expect, it } from "vitest";
import { id } from "../testing/id.ts";
import { costsTheSame, exchangeLines } from "./exchange.rules.ts";

const [stalls, other, box, circle] = [id.seat("A-1"), id.seat("A-2"), id.seat("B-1"), id.seat("C-1")];
const layout = {
  indexOf: new Map([stalls, other, box, circle].map((seat, i) => [seat, i])),
  types: ["Stalls", "Stalls", "Box", "Circle"],
};
const event = { seat_type_prices: { Stalls: 5000, Box: 4500, Circle: 5000 } };

describe("a seat costs the same as a line", () => {
  /** Paid when Stalls cost 4500. */
  const line = { seat: stalls, seat_type: "Stalls", price: 4500 };

  it.each([
    ["of its own type, whatever that costs by now", other, true],
    ["of a type that is asked as much for now", circle, true],
    ["not of a type that costs what was paid, from where it could not be moved back", box, false],
  ])("%s: %s", (_, to, isSame) => {
    expect(costsTheSame({ event, layout }, line, to)).toBe(isSame);
  });
});

it("lines keep their order and their prices on other seats", () => {
  const lines = [stalls, other].map((seat, i) => ({ seat, seat_type: "Stalls", price: 100 + i }));
  const moves = [
    { from: stalls, to: other },
    { from: other, to: circle },
  ];
  expect(exchangeLines(lines, moves, layout)).toEqual([
    { seat: other, seat_type: "Stalls", price: 100 },
    { seat: circle, seat_type: "Circle", price: 101 },
  ]);
});
