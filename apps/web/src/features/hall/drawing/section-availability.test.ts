import { expect, it } from "vitest";
import { openHall } from "../hall";
import { twoSections } from "../two-sections.fixture";
import { showFreeSeats } from "./seat-source";
import { sectionAvailability } from "./section-availability";

const hall = openHall(twoSections);
const withFree = (...ids: string[]) => ({
  ...showFreeSeats(hall),
  isFree: (seat: number) => ids.includes(hall.ids[seat] ?? ""),
});
const stalls = hall.sections[0] ?? { name: "", rows: [], seat_count: 0, box: hall.box };
const prices = [80, 40];

it("counts what is left of a section and finds its cheapest type", () => {
  expect(sectionAvailability(showFreeSeats(hall), stalls, prices)).toEqual({ left: 18, cheapest: 1 });
  expect(sectionAvailability(withFree("A-1", "SA-1"), stalls, prices)).toEqual({ left: 1, cheapest: 0 });
});

it("has no cheapest type where nothing is left", () => {
  expect(sectionAvailability(withFree("SA-1"), stalls, prices)).toEqual({ left: 0, cheapest: null });
});

it("counts only what is looked for", () => {
  const rear = { ...showFreeSeats(hall), isDimmed: (seat: number) => hall.types[seat] === 0 };
  expect(sectionAvailability(rear, stalls, prices)).toEqual({ left: 6, cheapest: 1 });
});
