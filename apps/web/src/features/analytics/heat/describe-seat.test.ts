import type { SeatHeat } from "@evently/core/analytics";
import type { EventId } from "@evently/core/ids";
import { expect, test } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { describeSeat } from "./describe-seat";
import type { HeatMode } from "./heat-levels";

const hall = openHall(twoSections);
const heat: SeatHeat = {
  event_id: "event-00001" as EventId,
  layout_id: twoSections.layout_id,
  times_held: [3, 1, 0],
  times_dropped: [2, 0, 0],
  times_booked: [1, 1, 0],
  first_booked: [Date.UTC(2027, 0, 14, 18, 30) / 1000, 0, 0],
};
const describeIn = (mode: HeatMode) => describeSeat(hall, heat, mode, "Europe/Berlin");

test("gives the place, the type and the local time of the first sale", () => {
  expect(describeIn("first")(0)).toEqual([
    "Stalls, Row A, seat 1",
    "Front",
    "First sold Thu 14 Jan 2027, 19:30 Berlin time",
  ]);
  expect(describeIn("first")(2).at(-1)).toBe("Never sold");
});

test("tells how often it was held and dropped", () => {
  expect([0, 1, 2].map((seat) => describeIn("dropped")(seat).at(-1))).toEqual([
    "Held 3 times, dropped twice",
    "Held once, never dropped",
    "Never held",
  ]);
});

test("tells how often it was sold", () => {
  expect([0, 2].map((seat) => describeIn("booked")(seat).at(-1))).toEqual(["Sold once", "Never sold"]);
});
