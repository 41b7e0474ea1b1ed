import { NewVenueSeat } from "@evently/core/venue";
import { describe, expect, test } from "vitest";
import { listPlanSeats } from "./list-plan-seats";
import { newListSeat } from "./list-seat.fixture";
import { emptyLayout, newRowBlock, type PlanBlock, type PlanSeat, type RowBlock } from "./seating-plan";

const rows = (more: Partial<RowBlock> = {}) => newRowBlock(more.section ?? "one", "Stalls", more);
const draw = (...blocks: PlanBlock[]) => listPlanSeats({ seat_types: ["Stalls", "Box"], blocks });
const nameOf = ({ row_label, seat_label }: PlanSeat) => `${row_label}-${seat_label}`;
const ids = (...blocks: PlanBlock[]) => draw(...blocks).map(nameOf);
const depthsOf = (seats: PlanSeat[], section = "") => {
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
    expect(left?.map(({ seat_label }) => seat_label)).toEqual(["101", "102", "103"]);
    expect(right?.map(({ seat_label }) => seat_label)).toEqual(["103", "102", "101"]);
  });

  test("is symmetric and evenly spaced", () => {
    const seats = draw(rows({ last_row: "B", seats_a_row: 4, curve: "straight", seat_gap: 6 }));
    expect(seats.slice(0, 4).map(({ x }) => x)).toEqual([-9, -3, 3, 9]);
    expect([...new Set(seats.map(({ y }) => y))]).toEqual([25, 34]);
  });

  test("splits a row evenly by its aisles", () => {
    const xs = draw(rows({ last_row: "A", seats_a_row: 6, curve: "straight", seat_gap: 5, aisles: "two" })).map(
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
        .map(nameOf);
    expect(at("none")).toEqual([]);
    expect(at("first")).toEqual(["A-1", "A-2", "A-4", "A-5"]);
    expect(at("last")).toEqual(["C-1", "C-2", "C-4", "C-5"]);
    expect(at("every")).toHaveLength(12);
  });

  test("puts companion seats next to the wheelchair spaces, and a restricted view at the very ends", () => {
    const seats = draw(
      rows({
        last_row: "B",
        seats_a_row: 8,
        accessible_row: "last",
        accessible_ends: 1,
        companion_row: "every",
        companion_ends: 1,
        restricted_view_row: "first",
        restricted_view_ends: 2,
      }),
    );
    const having = (property: string) => seats.filter(({ properties }) => properties.some((own) => own === property));
    expect(having("companion").map(nameOf)).toEqual(["A-1", "A-8", "B-2", "B-7"]);
    expect(having("restricted_view").map(nameOf)).toEqual(["A-1", "A-2", "A-7", "A-8"]);
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

  test("may each have a row A", () => {
    const rowsOf = new Set(draw(...plan).map(({ section, row_label }) => `${section} ${row_label}`));
    expect([...rowsOf]).toEqual([" A", " B", "Balcony A", "Boxes 1", "Boxes 2"]);
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

describe("seats from a list", () => {
  const list = (...seats: PlanSeat[]): PlanBlock => ({ kind: "list", id: "list", name: "seats.csv", seats });

  test("are sent as the list has them, in its order, with or without coordinates", () => {
    const seats = [newListSeat("B", "12A"), newListSeat("A", "1", { x: 3, y: 70 })];
    expect(draw(list(...seats))).toEqual(seats);
  });

  test("are in front of the rows that follow", () => {
    const drawn = draw(list(newListSeat("Z", "1", { x: 0, y: 300 })), rows({ last_row: "A" }));
    expect(depthsOf(drawn.slice(1)).front).toBeGreaterThan(300);
  });
});

test("places new rows behind the existing ones", () => {
  const existing = { ...emptyLayout, depth: 120, section: "Balcony" };
  const block = rows({ section: "Balcony", first_row: "K", last_row: "K", curve: "straight" });
  const seats = listPlanSeats({ seat_types: ["Stalls"], blocks: [block] }, existing);
  expect(seats[0]).toMatchObject({ section: "Balcony", row_label: "K", y: 129 });
});
