import { guessUnit, type UnitGuess, type UnitSeat } from "../plan/guess-unit";
import type { Columns } from "./guess-columns";
import { readDecimal } from "./read-cell";
import type { TableRecord } from "./read-table";

/** What the coordinates of a file seem to be in, if not decimeters. */
export function findUnit(records: readonly TableRecord[], columns: Columns): UnitGuess | null {
  const [section, row, x, y] = (["section", "row_label", "x", "y"] as const).map((column) => columns.indexOf(column));
  if (x === undefined || y === undefined || x < 0 || y < 0) return null;
  const textOf = (cells: readonly string[], index = -1) => cells[index] ?? "";
  const seats = records.flatMap(({ cells }): UnitSeat[] => {
    const place = { x: readDecimal(textOf(cells, x)), y: readDecimal(textOf(cells, y)) };
    if (place.x === null || place.y === null) return [];
    return [{ section: textOf(cells, section), row_label: textOf(cells, row), x: place.x, y: place.y }];
  });
  return guessUnit(seats);
}
