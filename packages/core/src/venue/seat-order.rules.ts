import { compareCodes, compareText } from "../seat/seat.rules.ts";
import type { VenueSeat } from "./venue.ts";

type Ordered = Pick<VenueSeat, "row" | "section" | "row_label" | "seat_num" | "seat_label" | "row_order">;

/**
 * The order of a venue's seats: rows without an order of their own by code, Z before AA, then the others as they were
 * entered; within a row by label, 2 before 10 and 12 before 12bis.
 */
export function sortSeats<S extends Ordered>(seats: readonly S[]): S[] {
  return seats.toSorted(
    (a, b) =>
      compareRows(a, b) ||
      compareText(a.section, b.section) ||
      compareText(a.row_label, b.row_label) ||
      compareLabels(a, b),
  );
}

function compareRows(a: Ordered, b: Ordered): number {
  if (a.row_order !== null && b.row_order !== null) return a.row_order - b.row_order || compareCodes(a.row, b.row);
  if (a.row_order !== null || b.row_order !== null) return a.row_order === null ? -1 : 1;
  return compareCodes(a.row, b.row);
}

function compareLabels(a: Ordered, b: Ordered): number {
  const [m, n] = [Number(a.seat_label), Number(b.seat_label)];
  if (m !== n && !Number.isNaN(m) && !Number.isNaN(n)) return m - n;
  return compareText(a.seat_label, b.seat_label) || a.seat_num - b.seat_num;
}
