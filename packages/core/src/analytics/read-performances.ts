import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { isFree } from "../seat/seat.rules.ts";
import { toSeconds } from "../time.ts";
import { timesDropped } from "./analytics.rules.ts";
import type { SeatPerformance } from "./analytics.ts";
import { readSales } from "./read-sales.ts";

/** A seat's index in the layout, and its performance. */
export type Performance = { index: number; seat: SeatPerformance };

/** Performance of each seat of an event, unordered; slightly stale if reading takes long. Throws EVENT_NOT_FOUND. */
export async function readPerformances(core: Core, event: StoredEvent): Promise<Performance[]> {
  const { indexOf, types, labelOf } = await core.layouts.get(event.layout_id);
  const [records, sales] = await Promise.all([core.salesCache.seats(event.event_id), readSales(core, event)]);
  const first_booked = new Map<string, string>();
  for (const { seats, booking_date, since = {} } of sales)
    for (const seat of seats) {
      const from = since[seat] ?? booking_date;
      const first = first_booked.get(seat);
      if (first === undefined || toSeconds(from) < toSeconds(first)) first_booked.set(seat, from);
    }
  const now = core.clock();
  return records.flatMap((record) => {
    const { seat_pos, times_held, times_booked } = record;
    const index = indexOf.get(seat_pos);
    if (index === undefined) return [];
    const [row = "", seat_num] = seat_pos.split("-");
    const seat_type = types[index] ?? "";
    const state = isFree(record, now) ? ("available" as const) : record.seat_state;
    const seat = {
      ...{ seat_pos, ...labelOf(seat_pos), row, seat_num: Number(seat_num), seat_type },
      price: state === "available" || state === "blocked" ? (event.seat_type_prices[seat_type] ?? 0) : record.price,
      seat_state: state,
      ...{ times_held, times_dropped: timesDropped(record, now), times_booked },
      first_booked_at: first_booked.get(seat_pos) ?? null,
    };
    return [{ index, seat }];
  });
}
