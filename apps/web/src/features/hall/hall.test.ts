import { describe, expect, it } from "vitest";
import { isAdjacent, nearestSeat, openHall } from "./hall";
import { findStage, frameHall } from "./stage";
import { twoSections } from "./two-sections.fixture";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;

describe("openHall", () => {
  it("numbers the seats row after row, as the map's letters do", () => {
    expect(hall.ids.slice(0, 3)).toEqual(["A-1", "A-2", "A-3"]);
    expect(hall.ids.length).toBe(twoSections.seat_count);
    expect(hall.rows.map(({ from, to }) => to - from)).toEqual([6, 6, 6, 4]);
  });

  it("knows how close seats stand and which are beside each other", () => {
    expect(hall.pitch).toBe(5);
    expect(isAdjacent(hall, at("A-1"))).toBe(true);
    expect(isAdjacent(hall, at("A-3"))).toBe(false);
    expect(isAdjacent(hall, at("A-6"))).toBe(false);
  });

  it("gathers rows into sections with their boxes", () => {
    expect(hall.sections.map(({ name, seat_count }) => [name, seat_count])).toEqual([
      ["Stalls", 18],
      ["Side", 4],
    ]);
    expect(hall.sections[1]?.box.left).toBe(57.5);
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
