import type { LayoutId, SeatId, VenueId } from "../ids.ts";
import { compareSeats, toSeatId } from "../seat/seat.rules.ts";
import type { Layout, LayoutRow } from "./layout.ts";
import type { VenueSeat } from "./venue.ts";

// Separate from layout.ts, so that pages that draw a layout don't load its schema.

/** Seat ids in the layout's order. */
export function listSeatIds(layout: Layout): SeatId[] {
  return layout.rows.flatMap(({ row, nums }) => nums.map((num) => toSeatId(row, num)));
}

/** Position of each seat, in the layout's order. */
export function listPlaces(layout: Layout): { row: string; seat_num: number; seat_pos: SeatId }[] {
  return layout.rows.flatMap(({ row, nums }) =>
    nums.map((seat_num) => ({ row, seat_num, seat_pos: toSeatId(row, seat_num) })),
  );
}

export const toLayoutId = (venue_id: VenueId, revision: number): LayoutId =>
  `layout-${venue_id}-${revision}` as LayoutId;

/** The parts of a seat that a drawing needs. */
export type DrawnSeat = Pick<
  VenueSeat,
  "row" | "row_label" | "section" | "seat_num" | "seat_type" | "x" | "y" | "accessible"
>;

/** From number to number, and from row to row, of seats without a position. */
export const gridStep = 10;

/** The layout of a venue's seats; those without a position are placed in a plain grid, row below row. */
export function drawLayout(
  venue: { venue_id: VenueId; revision: number; seat_types: string[] },
  seats: readonly DrawnSeat[],
): Layout {
  const rows = new Map<string, LayoutRow>();
  for (const seat of seats.toSorted(compareSeats)) {
    const row = rows.get(seat.row) ?? startRow(seat);
    rows.set(seat.row, row);
    if (seat.accessible) row.accessible.push(row.nums.length);
    row.nums.push(seat.seat_num);
    row.xs.push(seat.x ?? seat.seat_num * gridStep);
    row.ys.push(seat.y ?? rows.size * gridStep);
    row.types.push(venue.seat_types.indexOf(seat.seat_type));
  }
  return {
    layout_id: toLayoutId(venue.venue_id, venue.revision),
    venue_id: venue.venue_id,
    seat_types: venue.seat_types,
    seat_count: seats.length,
    rows: [...rows.values()],
  };
}

function startRow(seat: DrawnSeat): LayoutRow {
  const { row, row_label, section } = seat;
  return { row, row_label, section, nums: [], xs: [], ys: [], types: [], accessible: [] };
}
