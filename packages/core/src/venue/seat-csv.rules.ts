import type { SeatProperty } from "../seat/seat.ts";
import type { VenueSeat } from "./venue.ts";

/**
 * The columns of a venue's seats as a file, in the order in which they are written. The upload form knows them, and reads what
 * other programs call them too.
 */
export const seatColumns = [
  "section",
  "row_label",
  "seat_label",
  "seat_type",
  "accessible",
  "companion",
  "restricted_view",
  "step_free",
  "hearing_loop",
  "x",
  "y",
  "seat_pos",
] as const;
export type SeatColumn = (typeof seatColumns)[number];

/** A text that a spreadsheet takes for a formula is shown as text after an apostrophe. */
export const guardFormula = (text: string): string => text.replace(/^(?='*[=+\-@\t\r])/, "'");

/** Undoes `guardFormula`, and nothing else. */
export const unguardFormula = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r])/, "");

/** How many lines are one piece of a file that is sent. */
const linesInPiece = 1000;

/** Excel takes a file without it for the code page of its country. */
const byteOrderMark = "\uFEFF";

/** Seats as CSV (RFC 4180), in pieces. */
export function* writeSeatCsv(seats: readonly VenueSeat[]): Generator<string> {
  yield `${byteOrderMark}${seatColumns.join(",")}\r\n`;
  for (let from = 0; from < seats.length; from += linesInPiece)
    yield seats
      .slice(from, from + linesInPiece)
      .map((seat) => `${seatColumns.map((column) => quote(write[column](seat))).join(",")}\r\n`)
      .join("");
}

const flag = (is: boolean) => (is ? "yes" : "");
const property = (name: SeatProperty) => (seat: VenueSeat) => flag(seat.properties.includes(name));

/** Numbers are no formulas, so they stay as they are. */
const write: Record<SeatColumn, (seat: VenueSeat) => string> = {
  section: ({ section }) => guardFormula(section),
  row_label: ({ row_label }) => guardFormula(row_label),
  seat_label: ({ seat_label }) => guardFormula(seat_label),
  seat_type: ({ seat_type }) => guardFormula(seat_type),
  accessible: ({ accessible }) => flag(accessible),
  companion: property("companion"),
  restricted_view: property("restricted_view"),
  step_free: property("step_free"),
  hearing_loop: property("hearing_loop"),
  x: ({ x }) => String(x ?? ""),
  y: ({ y }) => String(y ?? ""),
  seat_pos: ({ seat_pos }) => seat_pos,
};

const quote = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
