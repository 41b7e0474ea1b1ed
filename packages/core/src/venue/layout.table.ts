import { deflateRawSync, inflateRawSync } from "node:zlib";
import { compareSeats } from "../seat/seat.rules.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { Layout, type LayoutRow } from "./layout.ts";
import type { VenueSeat } from "./venue.ts";

/** Layouts are immutable: the same id written again would be the same layout. Packed, because 20,000 seats must fit 400 kB. */
export function putLayout(layout: Layout): Action {
  return { put: { ...keys.layout(layout.layout_id), packed: deflateRawSync(JSON.stringify(layout)) } };
}

export function unpackLayout(item: Item): Layout {
  return Layout.parse(JSON.parse(inflateRawSync(item.packed as Uint8Array).toString("utf8")));
}

export const toLayoutId = (venue_id: string, revision: number): string => `layout-${venue_id}-${revision}`;

const gridStep = 10;

/** The drawing of a venue's seats; those without a position stand in a plain grid, rows one below the other. */
export function drawLayout(
  venue: { venue_id: string; revision: number; seat_types: string[] },
  seats: VenueSeat[],
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

function startRow(seat: VenueSeat): LayoutRow {
  const { row, row_label, section } = seat;
  return { row, row_label, section, nums: [], xs: [], ys: [], types: [], accessible: [] };
}
