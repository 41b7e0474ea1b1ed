import type { VenueId } from "@evently/core/ids";
import type { Layout } from "@evently/core/layout";
import { drawLayout, listLayoutSeats } from "@evently/core/layout/layout.rules";
import { assignKeys, rowKey } from "@evently/core/venue/seat-keys.rules";
import type { PlanSeat } from "./seating-plan";

/** The layout that a venue would have with these seats, added to those of `existing`. */
export function drawPlan(seats: readonly PlanSeat[], seat_types: readonly string[], existing?: Layout): Layout {
  const known = existing ? listLayoutSeats(existing).map((seat) => ({ ...seat, removed: false })) : [];
  const places = assignKeys(known, seats);
  const orders = new Map<string, number>();
  const drawn = seats.map((seat, index) => {
    const place = places[index] ?? { row: "", seat_num: 0 };
    const key = rowKey(seat);
    const row_order = orders.get(key) ?? orders.size;
    orders.set(key, row_order);
    return { ...seat, ...place, x: seat.x ?? null, y: seat.y ?? null, row_order };
  });
  const added = drawLayout({ venue_id: "plan" as VenueId, revision: 0, seat_types: [...seat_types] }, drawn);
  if (!existing) return added;
  return { ...added, seat_count: existing.seat_count + added.seat_count, rows: [...existing.rows, ...added.rows] };
}
