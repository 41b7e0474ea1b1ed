import type { SeatProperty } from "../seat/seat.ts";
import { type Cell, writeHead, writeLines } from "../text/csv.ts";
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

/** How many lines are one piece of a file that is sent. */
const linesInPiece = 1000;

/** Seats as CSV, in pieces. */
export function* writeSeatCsv(seats: readonly VenueSeat[]): Generator<string> {
  yield writeHead(seatColumns);
  for (let from = 0; from < seats.length; from += linesInPiece)
    yield writeLines(
      seats.slice(from, from + linesInPiece).map((seat) => seatColumns.map((column) => cellOf[column](seat))),
    );
}

const flag = (is: boolean) => (is ? "yes" : "");
const property = (name: SeatProperty) => (seat: VenueSeat) => flag(seat.properties.includes(name));

const cellOf: Record<SeatColumn, (seat: VenueSeat) => Cell> = {
  section: ({ section }) => section,
  row_label: ({ row_label }) => row_label,
  seat_label: ({ seat_label }) => seat_label,
  seat_type: ({ seat_type }) => seat_type,
  accessible: ({ accessible }) => flag(accessible),
  companion: property("companion"),
  restricted_view: property("restricted_view"),
  step_free: property("step_free"),
  hearing_loop: property("hearing_loop"),
  x: ({ x }) => x,
  y: ({ y }) => y,
  seat_pos: ({ seat_pos }) => seat_pos,
};
