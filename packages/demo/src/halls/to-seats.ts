import type { SeatProperty } from "@evently/core/seat";
import type { Place, Row, Seat } from "./hall.ts";

/** Whether a seat is of a kind, by the indexes of its row and of itself, its row's seats and its place. */
type Which = (row: number, seat: number, count: number, place: Place) => boolean;

export type SeatBlock = {
  /** Prefix of every row's code; with the row's label or own code it is unique in the hall. */
  code: string;
  section: string;
  rows: Row[];
  type: string | ((row: number, place: Place, seat: number) => string);
  /** From 1 in the order of the places; or from the middle line outward, odd on the left and even on the right. */
  numbering?: "odd and even";
  /** Places for wheelchair users: which, or the rows whose ends they are and how many at each end. */
  accessible?: Which | { rows: number[]; ends: number };
  properties?: Partial<Record<SeatProperty, Which>>;
};

/** Names and numbers the places of a block. */
export function toSeats({ code, section, rows, type, numbering, ...marks }: SeatBlock): Seat[] {
  const isAccessible = typeof marks.accessible === "object" ? atEnds(marks.accessible) : marks.accessible;
  const properties = Object.entries(marks.properties ?? {}) as [SeatProperty, Which][];
  return rows.flatMap(({ label, code: rowCode = label, places }, row) => {
    const nums = numbering ? numberFromMiddle(places) : places.map((_, index) => index + 1);
    return places.map((place, seat) => {
      const is = (kind: Which | undefined) => kind?.(row, seat, places.length, place) === true;
      return {
        row: code + rowCode,
        seat_num: nums[seat] ?? 0,
        seat_type: typeof type === "string" ? type : type(row, place, seat),
        section,
        row_label: label,
        x: roundEvenly(place.x),
        y: roundEvenly(place.y),
        accessible: is(isAccessible),
        properties: properties.flatMap(([property, which]) => (is(which) ? [property] : [])),
      };
    });
  });
}

const atEnds =
  ({ rows, ends }: { rows: number[]; ends: number }): Which =>
  (row, seat, count) =>
    rows.includes(row) && (seat < ends || seat >= count - ends);

function numberFromMiddle(places: Place[]): number[] {
  const left = places.filter(({ x }) => x < 0).length;
  return places.map((_, index) => (index < left ? 2 * (left - index) - 1 : 2 * (index - left + 1)));
}

/** To a centimetre, away from zero on both sides, so that mirrored places stay mirrored. */
function roundEvenly(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * 10)) / 10 + 0;
}
