import { describe, expect, it } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { adjacentSeats } from "./adjacent-seats";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;
const idsOf = (seats: readonly number[] | null) => seats?.map((seat) => hall.ids[seat]) ?? null;
const anyone = () => true;
const except =
  (...ids: string[]) =>
  (index: number) =>
    !ids.includes(hall.ids[index] ?? "");

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
