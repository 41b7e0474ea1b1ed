import { expect, test } from "vitest";
import { drawPlan } from "./draw-plan";
import { findPlanFaults } from "./find-plan-faults";
import { listPlanSeats } from "./list-plan-seats";
import { readExistingLayout } from "./read-existing-layout";
import { emptyLayout, newRowBlock, type RowBlock, type SeatingPlan } from "./seating-plan";

const seat_types = ["Stalls"];
const plan = (...blocks: Partial<RowBlock>[]): SeatingPlan => ({
  seat_types,
  blocks: blocks.map((block, index) => newRowBlock(`block-${index}`, "Stalls", block)),
});
/** The layout that these seats would be saved as. */
const layoutOf = (from: SeatingPlan) => drawPlan(listPlanSeats(from), seat_types);

test("reads what is printed on the seats, and the depth", () => {
  const existing = readExistingLayout(
    layoutOf(plan({ last_row: "B", seats_a_row: 1 }, { section: "Balcony", last_row: "A", seats_a_row: 1 })),
  );
  expect([...existing.seats]).toEqual(["\nA\n1", "\nB\n1", "Balcony\nA\n1"]);
  expect(existing.depth).toBeCloseTo(25 + 9 + 19, 0);
  expect(existing.section).toBe("Balcony");
});

test("continues numbered rows, and finds duplicates of them", () => {
  const numbered = { first_row: "1", last_row: "2" };
  const existing = readExistingLayout(layoutOf(plan(numbered)));
  expect(findPlanFaults(plan(numbered), existing)).toMatchObject([{ block: "block-0", field: "first_row" }]);
  const more = plan({ first_row: "3", last_row: "3" });
  expect(findPlanFaults(more, existing)).toEqual([]);
});

test("an empty layout has nothing", () => {
  expect(readExistingLayout(layoutOf(plan()))).toEqual(emptyLayout);
});
