import { expect, test } from "vitest";
import { newListSeat } from "../plan/list-seat.fixture";
import { newRowBlock, type SeatingPlan } from "../plan/seating-plan";
import { addType, removeType, renameType } from "./seat-types";

const seat = newListSeat("X", "1", { seat_type: "Box" });
const plan: SeatingPlan = {
  seat_types: ["Stalls", "Box"],
  blocks: [newRowBlock("a", "Stalls"), newRowBlock("b", "Box"), { kind: "list", id: "c", name: "x", seats: [seat] }],
};
const typesOf = ({ blocks }: SeatingPlan) =>
  blocks.map((block) => (block.kind === "rows" ? block.seat_type : block.seats[0]?.seat_type));

test("renames a type in every block and seat, letter by letter", () => {
  const renamed = renameType(renameType(plan, 1, ""), 1, "Loge");
  expect(renamed.seat_types).toEqual(["Stalls", "Loge"]);
  expect(typesOf(renamed)).toEqual(["Stalls", "Loge", "Loge"]);
});

test("keeps two types apart when one is typed past the name of the other", () => {
  const passing = renameType(plan, 1, "Stalls");
  const renamed = renameType(passing, 1, "Stalls rear");
  expect(renamed.seat_types).toEqual(["Stalls", "Stalls rear"]);
  expect(typesOf(renamed)[0]).toBe("Stalls");
});

test("gives the seats of a removed type the first one left", () => {
  const removed = removeType(plan, 0);
  expect(removed.seat_types).toEqual(["Box"]);
  expect(typesOf(removed)).toEqual(["Box", "Box", "Box"]);
});

test("adds types with distinct names, up to eight", () => {
  let grown = plan;
  while (grown.seat_types.length < 8) grown = addType(grown);
  expect(new Set(grown.seat_types).size).toBe(8);
  expect(grown.seat_types).toContain("Type 1");
});
