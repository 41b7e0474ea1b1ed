import { expect, test } from "vitest";
import { followingBlock } from "./following-block";
import { listPlanSeats } from "./list-plan-seats";
import { newRowBlock, type RowBlock } from "./seating-plan";

const follow = (more: Partial<RowBlock>) =>
  followingBlock({ seat_types: ["Stalls"], blocks: [newRowBlock("a", "Stalls", more)] });

test("rows behind have the shape of the last ones and the next label", () => {
  const shape = { section: "Balcony", seats_a_row: 20, numbering: "center", curve: "strong", aisles: "two" } as const;
  expect(follow({ ...shape, last_row: "K" })).toMatchObject({ ...shape, first_row: "L", last_row: "L" });
  expect(follow({ first_row: "Ä", last_row: "Ä" })).toMatchObject({ first_row: "A", last_row: "A" });
});

test("rows behind copy no wheelchair space, companion seat or restricted view", () => {
  const marked = { accessible_row: "last", companion_row: "last", restricted_view_row: "every" } as const;
  const block = newRowBlock("a", "Stalls", marked);
  const blocks = [block, followingBlock({ seat_types: ["Stalls"], blocks: [block] })];
  const seats = listPlanSeats({ seat_types: ["Stalls"], blocks });
  const marks = seats.filter(({ accessible, properties }) => accessible || properties.length > 0);
  expect(new Set(marks.map(({ row_label }) => row_label))).toEqual(new Set("ABCDEFGH"));
  expect(seats.filter(({ accessible }) => accessible)).toHaveLength(4);
});

test("the first rows of an empty plan are the usual ones", () => {
  expect(followingBlock({ seat_types: ["Box"], blocks: [] })).toMatchObject({ first_row: "A", seat_type: "Box" });
});
