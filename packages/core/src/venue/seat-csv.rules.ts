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
