import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import { compareSeats, visibleState } from "../seat/seat.rules.ts";
import { isSeatItem, seatsOf, toSeat } from "../seat/seat.table.ts";
import type { EventSeat } from "../seat/seat.ts";
import { queryItems } from "../table/query-items.ts";

type SeatNow = Omit<EventSeat, "holding_id" | "booking_id" | "times_held" | "times_booked">;

/** An event's seats as stored, bypassing caches, in natural order. */
export async function readSeats(core: Core, event_id: EventId): Promise<SeatNow[]> {
  const seats: SeatNow[] = [];
  for await (const item of queryItems(core.table, { ...seatsOf(event_id), consistent: true }))
    if (isSeatItem(item)) seats.push(readSeat(toSeat(item), core.clock()));
  return seats.sort(compareSeats);
}

function readSeat(seat: EventSeat, now: number): SeatNow {
  const { holding_id: _, booking_id: __, times_held: ___, times_booked: ____, ...shown } = seat;
  return { ...shown, ...visibleState(seat, now) };
}
