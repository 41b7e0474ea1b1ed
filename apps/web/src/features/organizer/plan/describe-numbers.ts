import { findAisles } from "./find-aisles";
import type { PlanSeat, RowBlock } from "./seating-plan";

/** How many numbers of a long row are written out at each of its ends. */
const shownAtEnd = 5;
const mostShown = 24;

/** The numbers of a block's rows as one sees them from behind: "5 3 1 | 2 4 6", with a line for each aisle. */
export function describeNumbers(block: RowBlock, seats: readonly PlanSeat[]): string {
  const count = block.seats_a_row ?? 0;
  const aisles = findAisles(block, count);
  const numbers = seats
    .slice(0, count)
    .map(({ seat_label }, index) => (aisles.includes(index + 1) ? `${seat_label} |` : seat_label));
  const shown = count > mostShown ? [...numbers.slice(0, shownAtEnd), "…", ...numbers.slice(-shownAtEnd)] : numbers;
  return `Numbers from left to right: ${shown.join(" ")}`;
}
