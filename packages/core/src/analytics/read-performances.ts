import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { toPublicSeat } from "../seat/seat.rules.ts";
import { timesDropped } from "./analytics.rules.ts";
import type { SeatPerformance } from "./analytics.ts";
import { readSales } from "./read-sales.ts";

/** How each seat of an event did, in no order; as of now or, where reading takes long, a moment before. Throws EVENT_NOT_FOUND. */
export async function readPerformances(core: Core, event: StoredEvent): Promise<SeatPerformance[]> {
  const [seats, sales] = await Promise.all([core.books.seats(event.event_id), readSales(core, event)]);
  const first_booked = new Map<string, string>();
  for (const sale of sales)
    for (const seat of sale.seats) if (!first_booked.has(seat)) first_booked.set(seat, sale.booking_date);
  const now = core.clock();
  return seats.map((seat) => {
    const { event_id: _, hold_ttl: __, ...shown } = toPublicSeat(seat, now);
    return {
      ...shown,
      times_held: seat.times_held,
      times_dropped: timesDropped(seat, now),
      times_booked: seat.times_booked,
      first_booked_at: first_booked.get(seat.seat_pos) ?? null,
    };
  });
}
