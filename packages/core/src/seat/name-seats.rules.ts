import { compareText } from "./seat.rules.ts";
import type { SeatLabel } from "./seat.ts";

/** Seats of one printed row, their labels in order. */
export type SeatGroup = Omit<SeatLabel, "seat_label"> & { seat_labels: string[] };

const list = new Intl.ListFormat("en-GB");

/** A seat as it is printed: "Balcony, Row A, seat 12", or "Loge 3, seat 2" where there are no rows. */
export const nameSeat = (seat: SeatLabel): string => nameSeats([seat]);

/**
 * Several seats: "Balcony, Row A, seats 12 to 14 and 12bis; Row B, seat 1". A section is said once for all that follows,
 * so seats without one come first.
 */
export function nameSeats(seats: readonly SeatLabel[]): string {
  const groups = groupSeats(seats).toSorted((a, b) => Number(a.section !== "") - Number(b.section !== ""));
  return groups
    .map(({ section, row_label, seat_labels }, index) => {
      const isNew = section !== groups[index - 1]?.section || row_label === "";
      const where = [isNew ? section : "", row_label && `Row ${row_label}`].filter(Boolean);
      const noun = seat_labels.length === 1 ? "seat" : "seats";
      return [...where, `${where.length === 0 ? capitalize(noun) : noun} ${listLabels(seat_labels)}`].join(", ");
    })
    .join("; ");
}

/** The same for at most `most` seats, and how many more there are: a whole hall may be among them. */
export function nameFirstSeats(seats: readonly SeatLabel[], most: number): string {
  const more = seats.length - most;
  return more > 0 ? `${nameSeats(seats.slice(0, most))} and ${more} more` : nameSeats(seats);
}

/** Seats by printed row: rows in the given order, their seats by label. */
export function groupSeats(seats: readonly SeatLabel[]): SeatGroup[] {
  const groups = new Map<string, SeatGroup>();
  for (const { section, row_label, seat_label } of seats) {
    const key = JSON.stringify([section, row_label]);
    const group = groups.get(key) ?? { section, row_label, seat_labels: [] };
    group.seat_labels.push(seat_label);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, seat_labels: group.seat_labels.sort(compareLabels) }));
}

/** "12", "12 and 13", "12, 14 and 15"; three or more numbers in a row are a range, other labels never: "12 to 14 and 12bis". */
export function listLabels(labels: readonly string[]): string {
  const runs: string[][] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && isNumber(last) && isNumber(label) && Number(label) === Number(last) + 1)
      run.push(label);
    else runs.push([label]);
  }
  return list.format(runs.flatMap((run) => (run.length > 2 ? `${run[0]} to ${run.at(-1)}` : run)));
}

/** Numbers first, in their order, then the other labels. */
function compareLabels(a: string, b: string): number {
  return Number(isNumber(b)) - Number(isNumber(a)) || compareText(a, b);
}

/** As numbers are written: "007" is a label of its own. */
const isNumber = (label: string): boolean => /^(0|[1-9]\d*)$/.test(label);

const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
