import { drawLayout } from "@evently/core/venue/layout.rules";
import { expect, test } from "vitest";
import { findPlanFaults } from "./find-plan-faults";
import { listPlanSeats } from "./list-plan-seats";
import { standingOf } from "./read-existing-layout";
import { emptyHall, newRowBlock, type RowBlock, type SeatingPlan } from "./seating-plan";

const seat_types = ["Stalls"];
const plan = (...blocks: Partial<RowBlock>[]): SeatingPlan => ({
  seat_types,
  blocks: blocks.map((block, index) => newRowBlock(`block-${index}`, "Stalls", block)),
});
/** The hall as it would stand once these seats were saved. */
const hall = (from: SeatingPlan) =>
  drawLayout(
    { venue_id: "venue-00001", revision: 1, seat_types },
    listPlanSeats(from).map((seat) => ({
      ...seat,
      row_label: seat.row_label ?? seat.row,
      x: seat.x ?? null,
      y: seat.y ?? null,
    })),
  );

test("a hall tells its seats, the codes of its sections and how deep it is", () => {
  const standing = standingOf(
    hall(plan({ last_row: "B", seats_a_row: 1 }, { section: "Balcony", last_row: "A", seats_a_row: 1 })),
  );
  expect([...standing.seats]).toEqual(["A-1", "B-1", "BALA-1"]);
  expect([...standing.codes]).toEqual([
    ["", ""],
    ["Balcony", "BAL"],
  ]);
  expect(standing.depth).toBeCloseTo(25 + 9 + 19, 0);
  expect(standing.section).toBe("Balcony");
});

test("rows by numbers alone still go by numbers, and what is added twice is told", () => {
  const numbered = { first_row: "1", last_row: "2" };
  const standing = standingOf(hall(plan(numbered)));
  expect(findPlanFaults(plan(numbered), standing)).toMatchObject([{ block: "block-0", field: "first_row" }]);
  const more = plan({ first_row: "3", last_row: "3" });
  expect(findPlanFaults(more, standing)).toEqual([]);
  expect(listPlanSeats(more, standing)[0]?.row).toBe("R3");
});

test("an empty hall has nothing", () => {
  expect(standingOf(hall(plan()))).toEqual(emptyHall);
});
