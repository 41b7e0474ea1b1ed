import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import { compareSeats, toPublicSeat } from "../seat/seat.rules.ts";
import { isSeatItem, seatsOf, toSeat } from "../seat/seat.table.ts";
import type { PublicSeat } from "../seat/seat.ts";
import { queryItems } from "../table/query-items.ts";

/** An event's seats as stored, bypassing caches, in natural order. */
export async function readSeats(core: Core, event_id: EventId): Promise<PublicSeat[]> {
  const seats: PublicSeat[] = [];
  for await (const item of queryItems(core.table, { ...seatsOf(event_id), consistent: true }))
    if (isSeatItem(item)) seats.push(toPublicSeat(toSeat(item), core.clock()));
  return seats.sort(compareSeats);
}
