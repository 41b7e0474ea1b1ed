import type { Core } from "../core.ts";
import { putSeat, seatsOf } from "../seat/seat.table.ts";
import type { EventSeat } from "../seat/seat.ts";
import { countItems } from "../table/query-items.ts";
import { transactAll } from "../table/transact-all.ts";
import { listLayoutSeats } from "../venue/layout.rules.ts";
import { changeStatus } from "./change-status.ts";
import type { StoredEvent } from "./event.table.ts";
import { findEvent } from "./find-event.ts";

/**
 * Copies the venue's seats to a draft, then applies the status its organizer asked for. Resumable: existing seats are
 * never overwritten, each transaction writes up to a hundred, and the event is published only once all seats are
 * counted.
 */
export async function copySeats(core: Core, event: StoredEvent): Promise<StoredEvent> {
  const { layout, types } = await core.layouts.get(event.layout_id);
  const seats = listLayoutSeats(layout).map(({ seat_pos, row, seat_num }, i): EventSeat => {
    const seat_type = types[i] ?? "";
    return {
      event_id: event.event_id,
      ...{ seat_pos, row, seat_num },
      seat_type,
      price: event.seat_type_prices[seat_type] ?? 0,
      seat_state: "available",
      holding_id: null,
      hold_ttl: null,
      booking_id: null,
      times_held: 0,
      times_booked: 0,
    };
  });
  await transactAll(core.table, seats.map(putSeat));
  const counted = (await countItems(core.table, { ...seatsOf(event.event_id), consistent: true })) - 1;
  if (counted !== event.seat_count) throw new Error(`${event.event_id} has ${counted} of ${event.seat_count} seats`);
  return finishCopy(core, event);
}

async function finishCopy(core: Core, { event_id }: StoredEvent): Promise<StoredEvent> {
  const event = await findEvent(core.table, event_id);
  if (!event) throw new Error(`${event_id} is gone`);
  if (event.after_copy === null || event.status !== "draft") return event;
  return changeStatus(core, event, event.after_copy === "publish" ? "published" : "draft");
}
