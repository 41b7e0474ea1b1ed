import { expect, it } from "vitest";
import { openHall } from "../hall";
import { twoSections } from "../two-sections.fixture";
import { showFreeSeats } from "./seat-source";
import { firstWanted, nextWanted } from "./wanted-seats";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;
const wanting = (...ids: string[]) => ({
  ...showFreeSeats(hall),
  isFree: (seat: number) => hall.ids[seat] !== "B-1",
  isDimmed: (seat: number) => !ids.includes(hall.ids[seat] ?? ""),
});
const idOf = (seat: number | null) => (seat === null ? null : hall.ids[seat]);

it("leads from match to match in the order of the rows and round again, over what is taken", () => {
  const source = wanting("A-2", "B-1", "C-5");
  expect(idOf(nextWanted(source, at("A-1"), "n"))).toBe("A-2");
  expect(idOf(nextWanted(source, at("A-2"), "n"))).toBe("C-5");
  expect(idOf(nextWanted(source, at("C-5"), "n"))).toBe("A-2");
  expect(idOf(nextWanted(source, at("A-2"), "N"))).toBe("C-5");
  expect(nextWanted(wanting("A-2"), at("A-2"), "n")).toBeNull();
});

it("begins with the match that is nearest to the stage", () => {
  expect(idOf(firstWanted(wanting("C-1", "C-6", "SA-4"), { x: 40, y: 0 }))).toBe("C-6");
  expect(firstWanted(wanting(), { x: 40, y: 0 })).toBe(0);
});
