import { describe, expect, it } from "vitest";
import { adjacentSeats } from "~/features/picker/selection/adjacent-seats";
import { suggestSeats } from "~/features/picker/selection/suggest-seats";
import { isBeside, openHall } from "./hall";
import { keyboardNeighbour } from "./keyboard-neighbor";
import { nearestSeat } from "./nearest-seat";
import { findStage, frameHall } from "./stage";
import { twoSections } from "./two-sections.fixture";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;
const idsOf = (seats: readonly number[] | null) => seats?.map((seat) => hall.ids[seat]) ?? null;
const anyone = () => true;
const except =
  (...ids: string[]) =>
  (index: number) =>
    !ids.includes(hall.ids[index] ?? "");

describe("openHall", () => {
  it("numbers the seats row after row, as the map's letters do", () => {
    expect(hall.ids.slice(0, 3)).toEqual(["A-1", "A-2", "A-3"]);
    expect(hall.ids.length).toBe(twoSections.seat_count);
    expect(hall.rows.map(({ from, to }) => to - from)).toEqual([6, 6, 6, 4]);
  });

  it("knows how close seats stand and which are beside each other", () => {
    expect(hall.pitch).toBe(5);
    expect(isBeside(hall, at("A-1"))).toBe(true);
    expect(isBeside(hall, at("A-3"))).toBe(false);
    expect(isBeside(hall, at("A-6"))).toBe(false);
  });

  it("gathers rows into sections with their boxes", () => {
    expect(hall.sections.map(({ name, seat_count }) => [name, seat_count])).toEqual([
      ["Stalls", 18],
      ["Side", 4],
    ]);
    expect(hall.sections[1]?.box.left).toBe(57.5);
  });
});

describe("keyboardNeighbour", () => {
  const go = (id: string, key: string, whole = false) => hall.ids[keyboardNeighbour(hall, at(id), key, whole) ?? -1];

  it("goes along the row, also where its numbers run from right to left", () => {
    expect(go("A-1", "ArrowRight")).toBe("A-2");
    expect(go("SA-4", "ArrowRight")).toBeUndefined();
    expect(go("B-2", "ArrowRight")).toBe("B-1");
  });

  it("goes to the nearest seat of the row behind or before", () => {
    expect(go("A-2", "ArrowDown")).toBe("B-5");
    expect(go("C-6", "ArrowUp")).toBe("B-1");
    expect(go("A-1", "ArrowUp")).toBeUndefined();
  });

  it("crosses to the next section at a row's end, and goes along a row that runs away from the stage", () => {
    expect(go("C-6", "ArrowRight")).toBe("SA-4");
    expect(go("B-1", "ArrowRight")).toBe("SA-3");
    expect(go("SA-3", "ArrowDown")).toBe("SA-4");
    expect(go("SA-1", "ArrowLeft")).toBe("A-6");
  });

  it("finds the ends of the row and of the hall", () => {
    expect(go("B-3", "Home")).toBe("B-6");
    expect(go("B-3", "End")).toBe("B-1");
    expect(go("B-3", "Home", true)).toBe("A-1");
    expect(go("B-3", "End", true)).toBe("SA-4");
  });

  it("turns a page and stops at the last row; other keys mean nothing", () => {
    expect(go("A-1", "PageDown")).toBe("C-1");
    expect(go("C-1", "PageUp")).toBe("A-1");
    expect(go("A-1", "PageUp")).toBeUndefined();
    expect(go("A-1", "x")).toBeUndefined();
  });
});

describe("adjacentSeats", () => {
  it("puts the seat in the middle where it can", () => {
    expect(idsOf(adjacentSeats(hall, at("C-3"), 3, anyone))).toEqual(["C-2", "C-3", "C-4"]);
  });

  it("moves aside for taken seats and ends", () => {
    expect(idsOf(adjacentSeats(hall, at("C-3"), 3, except("C-2")))).toEqual(["C-3", "C-4", "C-5"]);
    expect(idsOf(adjacentSeats(hall, at("C-6"), 2, anyone))).toEqual(["C-5", "C-6"]);
  });

  it("never reaches over an aisle or into the next row, and says when there is no place", () => {
    expect(adjacentSeats(hall, at("A-3"), 4, anyone)).toBeNull();
    expect(adjacentSeats(hall, at("C-6"), 7, anyone)).toBeNull();
    expect(adjacentSeats(hall, at("C-3"), 2, except("C-3"))).toBeNull();
  });
});

describe("suggestSeats", () => {
  it("offers as many side by side, of the same type and as near as can be", () => {
    const free = except("C-3", "C-4", "C-5");
    expect(idsOf(suggestSeats(hall, [at("C-3"), at("C-4")], free))).toEqual(["C-1", "C-2"]);
  });

  it("offers single seats where none stand together, and nothing where too few are left", () => {
    const only =
      (...ids: string[]) =>
      (index: number) =>
        ids.includes(hall.ids[index] ?? "");
    expect(idsOf(suggestSeats(hall, [at("C-3"), at("C-4")], only("C-1", "C-6")))?.sort()).toEqual(["C-1", "C-6"]);
    expect(suggestSeats(hall, [at("C-3"), at("C-4")], only("C-1", "A-1"))).toEqual([]);
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
