import { expect, test } from "vitest";
import { appendList } from "./append-list";
import { newListSeat } from "./list-seat.fixture";
import { newRowBlock, type SeatingPlan } from "./seating-plan";

const seats = [newListSeat("A", "1", { seat_type: "Full" }), newListSeat("A", "2", { seat_type: "Box" })];
const append = (plan: SeatingPlan, mayAddTypes: boolean) => {
  const { seat_types, blocks } = appendList(plan, { name: "a.csv", seats, mayAddTypes });
  return { seat_types, kinds: blocks.map(({ kind }) => kind) };
};

test("a file replaces the untouched rows of a new form and its empty seat type", () => {
  const plan = { seat_types: ["Standard"], blocks: [newRowBlock("a", "Standard")] };
  expect(append(plan, true)).toEqual({ seat_types: ["Full", "Box"], kinds: ["list"] });
});

test("a file is added behind other rows, whose types stay in front", () => {
  const plan = { seat_types: ["Box", "Empty", "Standard"], blocks: [newRowBlock("a", "Standard", { last_row: "C" })] };
  expect(append(plan, true)).toEqual({ seat_types: ["Box", "Standard", "Full"], kinds: ["rows", "list"] });
});

test("the seat types of a saved venue stay as they are", () => {
  const plan = { seat_types: ["Full", "Box", "Lawn"], blocks: [] };
  expect(append(plan, false)).toEqual({ seat_types: ["Full", "Box", "Lawn"], kinds: ["list"] });
});
