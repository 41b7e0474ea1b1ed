import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import { isSeatItem, seatsOf } from "../seat/seat.table.ts";
import { queryItems } from "../table/query-items.ts";
import type { Action } from "../table/transact.ts";
import { transactAll } from "../table/transact-all.ts";

/** Removes every seat that an event has, for as long as `guard` holds. */
export async function removeSeats(core: Core, event_id: EventId, guard: Action): Promise<void> {
  const seats: Action[] = [];
  for await (const item of queryItems(core.table, { ...seatsOf(event_id), attributes: ["sk"], consistent: true }))
    if (isSeatItem(item)) seats.push({ remove: { pk: event_id, sk: String(item.sk) } });
  await transactAll(core.table, seats, { guard });
}
