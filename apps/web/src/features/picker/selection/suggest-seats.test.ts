import { describe, expect, it } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { suggestSeats } from "./suggest-seats";

const hall = openHall(twoSections);
const seats = (...ids: string[]) => ids.map((id) => hall.indexOf.get(id) ?? -1);
const except =
  (...ids: string[]) =>
  (index: number) =>
    !ids.includes(hall.ids[index] ?? "");
const only =
  (...ids: string[]) =>
  (index: number) =>
    ids.includes(hall.ids[index] ?? "");
const suggest = (lost: string[], kept: string[], isFree: (index: number) => boolean) => {
  const offer = suggestSeats(hall, { lost: seats(...lost), kept: seats(...kept) }, isFree);
  return { ...offer, seats: offer.seats.map((seat) => hall.ids[seat]) };
};

describe("suggestSeats", () => {
  it("offers as many side by side, of the same type and as near as can be", () => {
    const offer = suggest(["C-3", "C-4"], [], except("C-3", "C-4", "C-5"));
    expect(offer).toEqual({ seats: ["C-1", "C-2"], replacesAll: false });
  });

  it("offers what goes with the kept seats, though others are nearer", () => {
    expect(suggest(["C-3"], ["C-2"], except("C-3")).seats).toEqual(["C-1"]);
    expect(suggest(["C-2", "C-3"], ["C-4"], except("C-2", "C-3")).seats).toEqual(["C-5", "C-6"]);
  });

  it("offers another place for all who sat together where the kept seats have no room", () => {
    const offer = suggest(["A-3"], ["A-1", "A-2"], except("A-3"));
    expect(offer).toEqual({ seats: ["B-5", "B-4", "B-3"], replacesAll: true });
  });

  it("leaves alone whom the lost seats were not beside, and completes the others", () => {
    const offer = suggest(["C-3"], ["A-1", "C-4"], except("C-3"));
    expect(offer).toEqual({ seats: ["C-5"], replacesAll: false });
  });

  it("offers single seats where none stand together, and nothing where too few are left", () => {
    expect(suggest(["C-3", "C-4"], [], only("C-1", "C-6")).seats.sort()).toEqual(["C-1", "C-6"]);
    expect(suggest(["C-3", "C-4"], [], only("C-1", "A-1")).seats).toEqual([]);
  });
});
