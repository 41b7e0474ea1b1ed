import { expect, test } from "vitest";
import { describeNumbers } from "./describe-numbers";
import { listPlanSeats } from "./list-plan-seats";
import { newRowBlock, type RowBlock } from "./seating-plan";

test.each<[Partial<RowBlock>, string]>([
  [{ seats_a_row: 4 }, "1 2 3 4"],
  [{ seats_a_row: 6, numbering: "center", aisles: "middle" }, "5 3 1 | 2 4 6"],
  [{ seats_a_row: 30 }, "1 2 3 4 5 … 26 27 28 29 30"],
  [{ seats_a_row: 30, begins: "right", aisles: "chosen", aisles_after: "2" }, "30 29 | 28 27 26 … 5 4 3 2 1"],
])("rows with %j are numbered %s", (more, numbers) => {
  const block = newRowBlock("a", "Stalls", more);
  const seats = listPlanSeats({ seat_types: ["Stalls"], blocks: [block] });
  expect(describeNumbers(block, seats)).toBe(`Numbers from left to right: ${numbers}`);
});
