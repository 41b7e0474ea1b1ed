import { toSeatId } from "@evently/core/seat/seat.rules";
import { NewVenueSeat } from "@evently/core/venue";
import { describe, expect, test } from "vitest";
import { listPlanSeats } from "./list-plan-seats";
import { emptyLayout, newRowBlock, type PlanBlock, type RowBlock } from "./seating-plan";

const rows = (more: Partial<RowBlock> = {}) => newRowBlock(more.section ?? "one", "Stalls", more);
const draw = (...blocks: PlanBlock[]) => listPlanSeats({ seat_types: ["Stalls", "Box"], blocks });
const ids = (...blocks: PlanBlock[]) => draw(...blocks).map(({ row, seat_num }) => toSeatId(row, seat_num));
const depthsOf = (seats: NewVenueSeat[], section = "") => {
  const ys = seats.filter((seat) => seat.section === section).map(({ y }) => y ?? Number.NaN);
  return { front: Math.min(...ys), back: Math.max(...ys) };
};

describe("a block of rows", () => {
  test("lists every seat of every row in the shape that the API takes", () => {
    const seats = draw(rows({ first_row: "A", last_row: "C", seats_a_row: 4, seat_type: "Box" }));
    expect(seats).toHaveLength(12);
    expect(ids(rows({ first_row: "B", last_row: "C", seats_a_row: 2 }))).toEqual(["B-1", "B-2", "C-1", "C-2"]);
    for (const seat of seats) expect(NewVenueSeat.parse(seat)).toEqual(seat);
    expect(new Set(seats.map(({ seat_type }) => seat_type))).toEqual(new Set(["Box"]));
  });

  test("numbers the seats from the chosen side and first number", () => {
    const [left, right] = (["left", "right"] as const).map((begins) =>
      draw(rows({ last_row: "A", seats_a_row: 3, first_num: 101, begins })).toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0)),
    );
    expect(left?.map(({ seat_num }) => seat_num)).toEqual([101, 102, 103]);
    expect(right?.map(({ seat_num }) => seat_num)).toEqual([103, 102, 101]);
  });

  test("is symmetric and evenly spaced", () => {
    const seats = draw(rows({ last_row: "B", seats_a_row: 4, curve: "straight", seat_gap: 6 }));
    expect(seats.slice(0, 4).map(({ x }) => x)).toEqual([-9, -3, 3, 9]);
    expect([...new Set(seats.map(({ y }) => y))]).toEqual([25, 34]);
  });

  test("splits a row evenly by its aisles", () => {
    const xs = draw(rows({ last_row: "A", seats_a_row: 6, curve: "straight", seat_gap: 5, aisles: 2 })).map(
      ({ x }) => x ?? 0,
    );
    const gaps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
    expect(gaps).toEqual([5, 16, 5, 16, 5]);
  });

  test("curves around the stage with evenly spaced seats", () => {
    const seats = draw(rows({ last_row: "A", seats_a_row: 21, curve: "strong", seat_gap: 5.5 }));
    expect(seats[10]).toMatchObject({ x: 0, y: 25 });
    expect(seats[0]?.y).toBeLessThan(25);
    expect(seats[0]?.y).toBe(seats[20]?.y);
    for (const [index, { x, y }] of seats.slice(1).entries()) {
      const before = seats[index];
      expect(Math.hypot((x ?? 0) - (before?.x ?? 0), (y ?? 0) - (before?.y ?? 0))).toBeCloseTo(5.5, 0);
    }
  });

  test("puts wheelchair spaces at the ends of the chosen row", () => {
    const at = (accessible_row: RowBlock["accessible_row"]) =>
      draw(rows({ last_row: "C", seats_a_row: 5, accessible_row, accessible_ends: 2 }))
        .filter(({ accessible }) => accessible)
        .map(({ row, seat_num }) => toSeatId(row, seat_num));
    expect(at("none")).toEqual([]);
    expect(at("first")).toEqual(["A-1", "A-2", "A-4", "A-5"]);
    expect(at("last")).toEqual(["C-1", "C-2", "C-4", "C-5"]);
  });

  test("has no seats while it is incomplete", () => {
    const whole = rows({ last_row: "A", seats_a_row: 2 });
    const broken: Partial<RowBlock>[] = [
      { seats_a_row: null },
      { first_num: null },
      { last_row: "?" },
      { first_row: "Z" },
    ];
    for (const more of broken) expect(ids(rows({ ...more, section: "Broken" }), whole)).toEqual(["A-1", "A-2"]);
  });
});

describe("sections", () => {
  const plan = [
    rows({ last_row: "B", seats_a_row: 20, curve: "straight" }),
    rows({ section: "Balcony", last_row: "A", seats_a_row: 40, curve: "strong" }),
    rows({ section: "Boxes", first_row: "1", last_row: "2", seats_a_row: 2 }),
  ];

  test("prefix their rows with a code that the label leaves out", () => {
    const seats = draw(...plan);
    expect([...new Set(seats.map(({ row }) => row))]).toEqual(["A", "B", "BALA", "BOX1", "BOX2"]);
    expect([...new Set(seats.map(({ row_label }) => row_label))]).toEqual(["A", "B", "1", "2"]);
  });

  test("never overlap, however their rows curve", () => {
    const seats = draw(...plan);
    expect(depthsOf(seats, "Balcony").front).toBeGreaterThan(depthsOf(seats).back + 9);
    expect(depthsOf(seats, "Boxes").front).toBeGreaterThan(depthsOf(seats, "Balcony").back + 9);
  });

  test("of the same curve are parallel", () => {
    const seats = draw(rows({ last_row: "A" }), rows({ section: "Rear", last_row: "A" }));
    const [front, rear] = [seats[0], seats[12]];
    expect((rear?.y ?? 0) - (front?.y ?? 0)).toBeCloseTo(19, 0);
  });
});

test("a row named by a number gets a letter that the label leaves out", () => {
  const [seat] = draw(rows({ first_row: "12", last_row: "12" }));
  expect(seat).toMatchObject({ row: "R12", row_label: "12" });
});

describe("seats from a list", () => {
  const seat = (row: string, seat_num: number, more: Partial<NewVenueSeat> = {}): NewVenueSeat => ({
    row,
    seat_num,
    seat_type: "Stalls",
    section: "",
    accessible: false,
    ...more,
  });
  const list = (...seats: NewVenueSeat[]): PlanBlock => ({ kind: "list", id: "list", name: "seats.csv", seats });

  test("keep their coordinates", () => {
    const placed = seat("A", 1, { x: 3, y: 70 });
    expect(draw(list(placed))).toEqual([placed]);
  });

  test("without coordinates are placed in rows behind the others, in natural order", () => {
    const seats = draw(rows({ last_row: "A" }), list(seat("B", 10), seat("B", 2), seat("C", 1)));
    const listed = seats.slice(12);
    expect(listed.map(({ seat_num, x }) => [seat_num, x])).toEqual([
      [10, 2.8],
      [2, -2.8],
      [1, 0],
    ]);
    expect(listed[0]?.y).toBeGreaterThan(25);
    expect((listed[2]?.y ?? 0) - (listed[0]?.y ?? 0)).toBe(9);
  });
});

test("places new rows behind the existing ones, under the existing section codes", () => {
  const existing = { ...emptyLayout, codes: new Map([["Balcony", "BL"]]), depth: 120, section: "Balcony" };
  const block = rows({ section: "Balcony", first_row: "K", last_row: "K", curve: "straight" });
  const seats = listPlanSeats({ seat_types: ["Stalls"], blocks: [block] }, existing);
  expect(seats[0]).toMatchObject({ row: "BLK", row_label: "K" });
  expect(seats[0]?.y).toBe(129);
});
