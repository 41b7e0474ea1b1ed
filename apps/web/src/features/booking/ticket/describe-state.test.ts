import { SeatId } from "@evently/core/ids";
import { expect, test } from "vitest";
import { describeSeats } from "./describe-state";

const seat = (id: string, version = 1, state: "valid" | "used" = "valid") => ({
  ...{ seat_pos: SeatId.parse(id), version, state, code: `E1.key.1.1.${id}.${version}.signature` },
});

test("a page of tickets is old once one was issued anew or used, and not because they come in another order", () => {
  const shown = describeSeats([seat("A-1"), seat("A-2")]);
  expect(describeSeats([seat("A-2"), seat("A-1")])).toBe(shown);
  for (const changed of [seat("A-2", 2), seat("A-2", 1, "used")])
    expect(describeSeats([seat("A-1"), changed])).not.toBe(shown);
});
