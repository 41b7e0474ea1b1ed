import { describe, expect, test } from "vitest";
import { findPlanFaults } from "./find-plan-faults";
import { emptyHall, newRowBlock, type PlanBlock, type RowBlock } from "./seating-plan";

const rows = (id: string, more: Partial<RowBlock> = {}) => newRowBlock(id, "Stalls", more);
const find = (...blocks: PlanBlock[]) => findPlanFaults({ seat_types: ["Stalls"], blocks });
const fieldsOf = (more: Partial<RowBlock>) => find(rows("a", more)).map(({ field }) => field);

test("a plan as it begins has no fault", () => {
  expect(find(rows("a"))).toEqual([]);
});

describe("each field of a block is looked at", () => {
  test.each<[Partial<RowBlock>, string]>([
    [{ first_row: "" }, "first_row"],
    [{ first_row: "ABC" }, "first_row"],
    [{ last_row: "12" }, "last_row"],
    [{ first_row: "C", last_row: "A" }, "last_row"],
    [{ first_row: "1", last_row: "101" }, "last_row"],
    [{ seats_a_row: null }, "seats_a_row"],
    [{ seats_a_row: 0 }, "seats_a_row"],
    [{ seats_a_row: 201 }, "seats_a_row"],
    [{ seats_a_row: 1.5 }, "seats_a_row"],
    [{ first_num: 0 }, "first_num"],
    [{ first_num: 9990, seats_a_row: 12 }, "first_num"],
    [{ seat_type: "Gone" }, "seat_type"],
    [{ section: "x".repeat(41) }, "section"],
    [{ accessible_row: "last", accessible_ends: 7 }, "accessible_ends"],
    [{ accessible_row: "last", accessible_ends: null }, "accessible_ends"],
  ])("%j", (more, field) => {
    expect(fieldsOf(more)).toEqual([field]);
  });

  test("but not what does not count", () => {
    expect(fieldsOf({ accessible_row: "none", accessible_ends: null })).toEqual([]);
    expect(fieldsOf({ first_num: 9988, seats_a_row: 12 })).toEqual([]);
  });
});

describe("seats that would stand twice", () => {
  test("are told at the block that brings them again", () => {
    const [fault, ...more] = find(rows("a"), rows("b", { first_row: "H", last_row: "K" }));
    expect(fault).toEqual({
      block: "b",
      field: "first_row",
      message: "Row H is there already, with seat 1. Use other rows or other numbers.",
    });
    expect(more).toEqual([]);
  });

  test("may share a row under other numbers, or a letter in another section", () => {
    expect(find(rows("a"), rows("b", { first_num: 13 }), rows("c", { section: "Balcony" }))).toEqual([]);
  });

  test("are told where the venue has them", () => {
    const standing = { ...emptyHall, seats: new Set(["B-3"]) };
    const faults = findPlanFaults({ seat_types: ["Stalls"], blocks: [rows("a")] }, standing);
    expect(faults).toMatchObject([{ block: "a", field: "first_row", message: expect.stringMatching(/^Row B is/) }]);
  });

  test("are told in a list as in rows", () => {
    const seat = { row: "A", seat_num: 1, seat_type: "Stalls", section: "", accessible: false };
    expect(find(rows("a"), { kind: "list", id: "l", name: "x.csv", seats: [seat] })).toMatchObject([
      { block: "l", field: "" },
    ]);
  });
});

test("a hall without seats, or with too many, is refused as a whole", () => {
  expect(find()).toEqual([{ block: "", field: "", message: "A hall needs seats: add rows or bring a file." }]);
  const big = { first_row: "1", last_row: "100", seats_a_row: 200 };
  expect(find(rows("a", big))).toEqual([]);
  expect(find(rows("a", big), rows("b", { section: "More", last_row: "A" }))).toMatchObject([
    { block: "", message: "A hall has at most 20,000 seats." },
  ]);
});
