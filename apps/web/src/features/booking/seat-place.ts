import type { Layout } from "@evently/core/venue/layout";

/** Where a seat is, as the hall's signs say it; `section` is empty where the hall has but one. */
export type SeatPlace = { seat: string; section: string; row: string; num: string };

/** The places of these seats, in the order given. A seat that the layout lacks, or all without a layout, go by their ids. */
export function findPlaces(seats: readonly string[], layout: Layout | null): SeatPlace[] {
  const rows = new Map(layout?.rows.map((row) => [row.row, row]));
  const sections = new Set(layout?.rows.map(({ section }) => section));
  return seats.map((seat) => {
    const [row = seat, num = ""] = seat.split("-");
    const known = rows.get(row);
    const section = sections.size > 1 ? (known?.section ?? "") : "";
    return { seat, section, row: known?.row_label || row, num };
  });
}

/** "Row D, seat 12". */
export const namePlace = ({ row, num }: SeatPlace): string => `Row ${row}, seat ${num}`;

export type PlaceGroup = { section: string; row: string; nums: string[] };

/** Seats of one row together, rows in the order in which they come, numbers ascending. */
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

/** "12", "12 and 13", "12, 14 and 15"; three or more in a line are a span: "12 to 15". */
export function listNums(nums: readonly string[]): string {
  const [first, ...others] = nums;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return first ?? "";
  const inLine = Number(last) - Number(first) === others.length;
  if (inLine && nums.length > 2) return `${first} to ${last}`;
  return `${[first, ...others.slice(0, -1)].join(", ")} and ${last}`;
}
