import { describe, expect, it } from "vitest";
import { nearestSeat, openHall, outlineSeats, seatPoint } from "./hall";
import { findStage, frameHall } from "./stage";
import { twoSections } from "./two-sections.fixture";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;

describe("openHall", () => {
  it("numbers the seats row after row, as the map's letters do", () => {
    expect(hall.ids.slice(0, 3)).toEqual(["A-1", "A-2", "A-3"]);
    expect(hall.ids.length).toBe(twoSections.seat_count);
    expect(hall.rows.map(({ seats }) => seats.length)).toEqual([6, 6, 6, 4]);
  });

  it("has each row from left to right or away from the stage, whatever its numbers", () => {
    const rows = hall.rows.map(({ seats }) => seats.map((seat) => hall.ids[seat]).join(" "));
    expect(rows.slice(1)).toEqual(["B-6 B-5 B-4 B-3 B-2 B-1", "C-1 C-2 C-3 C-4 C-5 C-6", "SA-1 SA-2 SA-3 SA-4"]);
    expect(hall.rows.map(({ along }) => along)).toEqual(["x", "x", "x", "y"]);
    for (const [number, { seats }] of hall.rows.entries())
      for (const [at, seat] of seats.entries()) expect([hall.rowOf[seat], hall.placeInRow[seat]]).toEqual([number, at]);
  });

  it("knows how close seats stand and which are beside each other", () => {
    expect(hall.pitch).toBe(5);
    const next = (id: string) => hall.ids[hall.neighbors.next[at(id)] ?? -1];
    expect([next("A-1"), next("A-3"), next("A-6")]).toEqual(["A-2", undefined, undefined]);
  });

  it("gathers rows into sections with their boxes", () => {
    expect(hall.sections.map(({ name, seat_count }) => [name, seat_count])).toEqual([
      ["Stalls", 18],
      ["Side", 4],
    ]);
    expect(hall.sections[1]?.box.left).toBe(57.5);
  });
});

describe("outlineSeats", () => {
  it("are the ends of a row and the seats between that show how it bends", () => {
    const [row] = hall.rows;
    expect(row && outlineSeats(row).map((seat) => seatPoint(hall, seat).x)).toEqual([0, 5, 25, 30, 35]);
  });
});

describe("nearestSeat", () => {
  it("finds the seat under the finger and nothing in the aisle", () => {
    expect(nearestSeat(hall, { x: 6, y: 11 }, 2.5)).toBe(at("A-2"));
    expect(nearestSeat(hall, { x: 17.5, y: 10 }, 2.5)).toBeNull();
  });
});

describe("findStage", () => {
  it("stands before the first row, in the hall's middle and inside its frame", () => {
    const stage = findStage(hall);
    const frame = frameHall(hall);
    expect(stage.bottom).toBeLessThanOrEqual(0);
    expect((stage.left + stage.right) / 2).toBeCloseTo((hall.box.left + hall.box.right) / 2);
    expect(frame.top).toBeLessThan(stage.top);
    expect(frame.bottom).toBeGreaterThan(hall.box.bottom);
  });
});
