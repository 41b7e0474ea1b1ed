import { compareCodes, compareSeats, compareText } from "../seat/seat.rules.ts";
import type { VenueSeat } from "./venue.ts";

type Ordered = Pick<VenueSeat, "row" | "seat_num" | "seat_label" | "row_order">;

/**
 * The order of a venue's seats: those without an order of their row by key, Z before AA, then the other rows as they
 * were entered; in these by label, 2 before 10 and 12 before 12bis.
 */
export function sortSeats<S extends Ordered>(seats: readonly S[]): S[] {
  return seats.toSorted((a, b) => {
    if (a.row_order === null || b.row_order === null) return compareUnordered(a, b);
    return a.row_order - b.row_order || compareCodes(a.row, b.row) || compareText(a.seat_label, b.seat_label);
  });
}

function compareUnordered(a: Ordered, b: Ordered): number {
  if (a.row_order !== b.row_order) return a.row_order === null ? -1 : 1;
  return compareSeats(a, b);
}
