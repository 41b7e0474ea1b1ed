import { expect, test } from "vitest";
import { findAisles } from "./find-aisles";
import { numberRow } from "./number-row";
import { newRowBlock, type RowBlock } from "./seating-plan";

const block = (more: Partial<RowBlock>) => newRowBlock("a", "Stalls", more);

test.each<[Partial<RowBlock>, number, string]>([
  [{}, 5, "1 2 3 4 5"],
  [{ begins: "right" }, 5, "5 4 3 2 1"],
  [{ first_num: 101 }, 3, "101 102 103"],
  [{ numbering: "odd" }, 4, "1 3 5 7"],
  [{ numbering: "odd", begins: "right", first_num: 101 }, 3, "105 103 101"],
  [{ numbering: "even" }, 4, "2 4 6 8"],
  [{ numbering: "even", first_num: 10 }, 2, "10 12"],
  [{ numbering: "center" }, 6, "5 3 1 2 4 6"],
  [{ numbering: "center", begins: "right" }, 6, "6 4 2 1 3 5"],
  [{ numbering: "center" }, 5, "5 3 1 2 4"],
  [{ numbering: "center", begins: "right" }, 5, "4 2 1 3 5"],
  [{ numbering: "center", first_num: 101 }, 4, "103 101 102 104"],
])("a row with %j of %d seats is numbered %s", (more, count, numbers) => {
  expect(numberRow(block(more), count).join(" ")).toBe(numbers);
});

test.each<[Partial<RowBlock>, number, number[]]>([
  [{}, 6, []],
  [{ aisles: "middle" }, 6, [3]],
  [{ aisles: "middle", numbering: "center" }, 5, [3]],
  [{ aisles: "middle", numbering: "center", begins: "right" }, 5, [2]],
  [{ aisles: "two" }, 6, [2, 4]],
  [{ aisles: "two" }, 1, []],
  [{ aisles: "chosen", aisles_after: "10, 4;4" }, 12, [4, 10]],
  [{ aisles: "chosen", aisles_after: "4, 12" }, 12, [4]],
  [{ aisles: "chosen", aisles_after: "left" }, 12, []],
])("a row with %j of %d seats has aisles after %j", (more, count, after) => {
  expect(findAisles(block(more), count)).toEqual(after);
});
