import type { Place, Row, Seat } from "./hall.ts";

export type SeatBlock = {
  /** Prefix of every row's name; with the row's letters it is unique in the hall. */
  code: string;
  section: string;
  rows: Row[];
  type: string | ((rowIndex: number, place: Place) => string);
  /** Rows by index whose ends are places for wheelchair users, and how many at each end. */
  accessible?: { rows: number[]; ends: number };
};

/** Names and numbers the places of a block, each row from 1 in the order of its places. */
export function toSeats({ code, section, rows, type, accessible }: SeatBlock): Seat[] {
  return rows.flatMap(({ label, code: rowCode = label, places }, rowIndex) =>
    places.map((place, index) => ({
      row: code + rowCode,
      seat_num: index + 1,
      seat_type: typeof type === "string" ? type : type(rowIndex, place),
      section,
      row_label: label,
      x: roundEvenly(place.x),
      y: roundEvenly(place.y),
      properties: [],
      accessible: accessible?.rows.includes(rowIndex) === true && isAtEnd(index, places.length, accessible.ends),
    })),
  );
}

function isAtEnd(index: number, length: number, ends: number): boolean {
  return index < ends || index >= length - ends;
}

/** To a centimetre, away from zero on both sides, so that mirrored places stay mirrored. */
function roundEvenly(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * 10)) / 10 + 0;
}
