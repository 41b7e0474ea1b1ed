import type { SeatColumn } from "@evently/core/venue/seat-csv.rules";
import { featureNames } from "~/features/hall/seat-features";

/** What a column of a file may be read as, in words. */
export const columnNames: Record<SeatColumn, string> = {
  section: "Section",
  row_label: "Row",
  seat_label: "Seat number",
  seat_type: "Category",
  ...featureNames,
  x: "x, across",
  y: "y, depth",
  seat_pos: "Seat key of Evently",
};

/** "Columns Notes and Color are not used."; empty where all are. */
export function describeUnused(header: readonly string[], columns: readonly (SeatColumn | null)[]): string {
  const unused = header
    .filter((_, index) => columns[index] === null)
    .map((name, index) => name || `number ${index + 1}`);
  if (unused.length === 0) return "";
  const last = unused.at(-1);
  return unused.length === 1
    ? `Column ${last} is not used.`
    : `Columns ${unused.slice(0, -1).join(", ")} and ${last} are not used.`;
}
