import { expect, it } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { makeChoiceSource } from "./choice-source";
import { listSavedSeats } from "./venue-seats";

const hall = openHall(twoSections);
const seats = listSavedSeats(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;

it("draws chosen and removed seats, under the names that they get", () => {
  const source = makeChoiceSource(hall);
  const edited = seats.map((seat) => {
    if (seat.seat_pos === "B-1") return { ...seat, removed: true };
    return seat.seat_pos === "A-1" ? { ...seat, row_label: "AA" } : seat;
  });
  source.show({ seats: edited, chosen: new Set(["A-1"]) });
  expect(["A-1", "A-2", "B-1"].map((id) => source.stateOf(at(id)))).toEqual(["selected", "available", "taken"]);
  expect(source.words.nameOf(at("A-1"))).toBe("Stalls, Row AA, seat 1, Front, chosen");
  expect(source.words.nameOf(at("SA-1"))).toBe("Side, Row A, seat 1, Rear, Companion seat · Restricted view");
  expect(source.words.labelOf(at("B-1"))[2]).toBe("Removed");
});

it("redraws exactly the seats that look or read differently", () => {
  const source = makeChoiceSource(hall);
  source.show({ seats, chosen: new Set() });
  const redrawn: string[] = [];
  source.onSeats((changed) => redrawn.push(...[...changed].map((seat) => hall.ids[seat] ?? "")));
  source.show({ seats, chosen: new Set(["A-1"]) });
  source.show({ seats, chosen: new Set(["A-1"]) });
  expect(redrawn).toEqual(["A-1"]);
});
