import { describe, expect, it } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { suggestSeats } from "./suggest-seats";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;
const idsOf = (seats: readonly number[] | null) => seats?.map((seat) => hall.ids[seat]) ?? null;
const except =
  (...ids: string[]) =>
  (index: number) =>
    !ids.includes(hall.ids[index] ?? "");

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
