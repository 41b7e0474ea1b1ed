import type { Layout } from "@evently/core/venue/layout";

/** Where a seat is, by the signs in the venue; `section` is empty if there is only one. */
export type SeatPlace = { seat: string; section: string; row: string; num: string };

/** The places of these seats, in the given order, by their ids where the layout does not have them. */
export function findPlaces(seats: readonly string[], layout: Layout | null): SeatPlace[] {
  const rows = new Map(layout?.rows.map((row) => [row.row, row]));
  const sections = new Set(layout?.rows.map(({ section }) => section));
  return seats.map((seat) => {
    const [row = seat, num = ""] = seat.split("-");
    const entry = rows.get(row);
    const section = sections.size > 1 ? (entry?.section ?? "") : "";
    return { seat, section, row: entry?.row_label || row, num };
  });
}

/** "Row D, seat 12". */
export const namePlace = ({ row, num }: SeatPlace): string => `Row ${row}, seat ${num}`;

export type PlaceGroup = { section: string; row: string; nums: string[] };

/** Seats grouped by row, rows in the given order, numbers ascending. */
export function groupPlaces(places: readonly SeatPlace[]): PlaceGroup[] {
  const groups = new Map<string, PlaceGroup>();
  for (const { section, row, num } of places) {
    const key = `${section}\n${row}`;
    const group = groups.get(key) ?? { section, row, nums: [] };
    group.nums.push(num);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, nums: group.nums.sort((a, b) => Number(a) - Number(b)) }));
}

/** "12", "12 and 13", "12, 14 and 15"; three or more in a row are a range: "12 to 15". */
export function listNums(nums: readonly string[]): string {
  const [first, ...others] = nums;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return first ?? "";
  const isRange = Number(last) - Number(first) === others.length;
  if (isRange && nums.length > 2) return `${first} to ${last}`;
  return `${[first, ...others.slice(0, -1)].join(", ")} and ${last}`;
}
