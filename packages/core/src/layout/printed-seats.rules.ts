import type { SeatId } from "../ids.ts";
import { fold } from "../text/fold.ts";
import { labelInRow } from "./layout.rules.ts";
import type { IndexedLayout } from "./layouts.ts";

/** How a label is read, and what stands between a row and its seat, and between a section and its row. */
type Reading = { read(text: string): string; beforeSeat: string; beforeRow: string };

const words = (text: string): string[] =>
  fold(text)
    .split(/[\s,;:.-]+/)
    .filter((word) => !/^(?:row|seats?|)$/.test(word));

/** From the letter of "Balcony F-1" to "balcony, row F, seat 1" and, unless it is only a number, "F1". */
const spellings: readonly Reading[] = [
  { read: (text) => fold(text).trim().replace(/\s+/g, " "), beforeSeat: "-", beforeRow: " " },
  { read: (text) => words(text).join(" "), beforeSeat: " ", beforeRow: " " },
  { read: (text) => words(text).join(""), beforeSeat: "", beforeRow: "" },
];

/**
 * The seats that a typed text names in full: row label, hyphen, seat label, with the section before them where a hall has
 * two such seats; without a section before it, all of them. Ignores how it is written: case, width, accents. A seat
 * without a row is its section and its label. The most literal reading that names a seat counts.
 */
export function findPrintedSeats(layout: IndexedLayout, typed: string): SeatId[] {
  const isNumber = /^\p{N}+$/u.test(typed.trim());
  for (const reading of isNumber ? spellings.slice(0, 1) : spellings) {
    const found = findAsRead(layout, reading, reading.read(typed));
    if (found.length > 0) return found;
  }
  return [];
}

function findAsRead(
  { layout, seats }: IndexedLayout,
  { read, beforeSeat, beforeRow }: Reading,
  typed: string,
): SeatId[] {
  const found: SeatId[] = [];
  let start = 0;
  for (const row of layout.rows) {
    const own = read(row.row_label);
    const prefix = own === "" ? "" : `${own}${beforeSeat}`;
    const section = read(row.section);
    const rests = [prefix, ...(section === "" ? [] : [`${section}${beforeRow}${prefix}`])]
      .filter((before) => typed.length > before.length && typed.startsWith(before))
      .map((before) => typed.slice(before.length));
    if (rests.length > 0)
      row.nums.forEach((_, i) => {
        const seat = seats[start + i];
        if (seat && rests.includes(read(labelInRow(row, i).seat_label))) found.push(seat);
      });
    start += row.nums.length;
  }
  return found;
}
