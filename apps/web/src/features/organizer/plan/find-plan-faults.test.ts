import { describe, expect, test } from "vitest";
import { findPlanFaults } from "./find-plan-faults";
import { newListSeat } from "./list-seat.fixture";
import { emptyLayout, newRowBlock, type PlanBlock, type RowBlock } from "./seating-plan";

const rows = (id: string, more: Partial<RowBlock> = {}) => newRowBlock(id, "Stalls", more);
const find = (...blocks: PlanBlock[]) => findPlanFaults({ seat_types: ["Stalls"], blocks });
const fieldsOf = (more: Partial<RowBlock>) => find(rows("a", more)).map(({ field }) => field);

test("a new plan has no faults", () => {
  expect(find(rows("a"))).toEqual([]);
});

describe("checks each field of a block", () => {
  test.each<[Partial<RowBlock>, string]>([
    [{ first_row: "" }, "first_row"],
    [{ first_row: "", last_row: "" }, "first_row"],
    [{ first_row: "x".repeat(17), last_row: "x".repeat(17) }, "first_row"],
    [{ last_row: "12" }, "last_row"],
    [{ first_row: "C", last_row: "A" }, "last_row"],
    [{ first_row: "1", last_row: "101" }, "last_row"],
    [{ seats_a_row: null }, "seats_a_row"],
    [{ seats_a_row: 0 }, "seats_a_row"],
    [{ seats_a_row: 201 }, "seats_a_row"],
    [{ seats_a_row: 1.5 }, "seats_a_row"],
    [{ first_num: null }, "first_num"],
    [{ first_num: 10_000 }, "first_num"],
    [{ numbering: "odd", first_num: 9981 }, "first_num"],
    [{ first_num: 9990, seats_a_row: 12 }, "first_num"],
    [{ seat_type: "Gone" }, "seat_type"],
    [{ section: "x".repeat(61) }, "section"],
    [{ accessible_row: "last", accessible_ends: 7 }, "accessible_ends"],
    [{ accessible_row: "last", accessible_ends: null }, "accessible_ends"],
    [{ companion_row: "first", companion_ends: 0 }, "companion_ends"],
    [{ restricted_view_row: "every", restricted_view_ends: 7 }, "restricted_view_ends"],
    [{ aisles: "chosen", aisles_after: "left" }, "aisles_after"],
  ])("%j", (more, field) => {
    expect(fieldsOf(more)).toEqual([field]);
  });

  test("ignores a field that is not in use", () => {
    expect(fieldsOf({ accessible_row: "none", accessible_ends: null })).toEqual([]);
    expect(fieldsOf({ first_num: 9988, seats_a_row: 12 })).toEqual([]);
    expect(fieldsOf({ aisles: "two", aisles_after: "left" })).toEqual([]);
    expect(fieldsOf({ section: "Box 3", first_row: "", last_row: "", first_num: 0 })).toEqual([]);
  });
});

describe("duplicate seats", () => {
  test("are a fault of the later block", () => {
    const [fault, ...more] = find(rows("a"), rows("b", { first_row: "H", last_row: "K" }));
    expect(fault).toEqual({
      block: "b",
      field: "first_row",
      message: "Row H has a seat 1 already. Use other rows or other numbers.",
    });
    expect(more).toEqual([]);
  });

  test("are allowed to share a row with other numbers, or all labels in another section", () => {
    expect(find(rows("a"), rows("b", { first_num: 13 }), rows("c", { section: "Balcony" }))).toEqual([]);
    const twice = find(rows("a", { section: "Balcony" }), rows("b", { section: "Balcony", last_row: "A" }));
    expect(twice).toMatchObject([{ message: expect.stringMatching(/^Row A of Balcony has a seat 1 already/) }]);
  });

  test("in a section without rows name the section", () => {
    const box = { section: "Box 3", first_row: "", last_row: "" };
    expect(find(rows("a", box), rows("b", box))).toMatchObject([
      { message: "Box 3 has a seat 1 already. Use other rows or other numbers." },
    ]);
  });

  test("are found in the seats that the venue has", () => {
    const existing = { ...emptyLayout, seats: new Set(["\nB\n3"]) };
    const faults = findPlanFaults({ seat_types: ["Stalls"], blocks: [rows("a")] }, existing);
    expect(faults).toMatchObject([{ block: "a", field: "first_row", message: expect.stringMatching(/^Row B has/) }]);
  });

  test("are found in a list as in rows", () => {
    const seat = newListSeat("A", "1");
    expect(find(rows("a"), { kind: "list", id: "l", name: "x.csv", seats: [seat] })).toMatchObject([
      { block: "l", field: "" },
    ]);
  });
});

test("a plan without seats, or with too many, is a fault of the whole plan", () => {
  expect(find()).toEqual([{ block: "", field: "", message: "A hall needs seats: add rows or upload a file." }]);
  const big = { first_row: "1", last_row: "100", seats_a_row: 150 };
  const two = [rows("a", big), rows("b", { ...big, section: "More" })];
  expect(find(...two)).toEqual([]);
  const full = [{ block: "", message: "A hall has at most 30,000 seats." }];
  expect(find(...two, rows("c", { section: "Last", last_row: "A" }))).toMatchObject(full);
  const existing = { ...emptyLayout, seats: new Set(["\nZ\n1"]) };
  expect(findPlanFaults({ seat_types: ["Stalls"], blocks: two }, existing)).toMatchObject(full);
});
