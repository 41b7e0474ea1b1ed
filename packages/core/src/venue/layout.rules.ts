import { toSeatId } from "../seat/seat.rules.ts";
import type { SeatId } from "../seat/seat.ts";
import type { Layout } from "./layout.ts";

// Apart from layout.ts, so that a page which draws a layout does not load its schema as well.

/** Seat ids in the layout's order. */
export function listSeatIds(layout: Layout): SeatId[] {
  return layout.rows.flatMap(({ row, nums }) => nums.map((num) => toSeatId(row, num)));
}
