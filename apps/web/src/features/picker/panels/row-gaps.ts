import type { HallRow } from "~/features/hall/hall";
import type { Picker } from "../picker";

/** What lies before a seat of the list: an aisle, seats that are not shown, or nothing. */
export type Gap = "aisle" | "hidden" | null;

/** A row's seats without those that the filters leave out; what is the visitor's own stays. */
export function listShown(picker: Picker, row: HallRow): number[] {
  return row.seats.filter((seat) => !picker.isDimmed(seat) || ["selected", "yours"].includes(picker.stateOf(seat)));
}

/** Before each of the shown seats of a row. */
export function listGaps({ hall }: Pick<Picker, "hall">, row: HallRow, shown: readonly number[]): Gap[] {
  return shown.map((seat, index) => {
    const before = shown[index - 1];
    if (before === undefined) return null;
    const between = row.seats.slice(hall.placeInRow[before], (hall.placeInRow[seat] ?? 0) + 1);
    const isApart = between.slice(1).some((next, at) => hall.neighbors.next[between[at] ?? -1] !== next);
    return isApart ? "aisle" : between.length > 2 ? "hidden" : null;
  });
}
