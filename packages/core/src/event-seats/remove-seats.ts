import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import { isSeatItem, seatsOf } from "../seat/seat.table.ts";
import { itemsAtOnce } from "../table/as-bulk.ts";
import { queryPages } from "../table/query-items.ts";
import { type Action, transact } from "../table/transact.ts";

/** Removes every seat that an event has, for as long as `guard` holds; false if `signal` told it to stop before the last. */
export async function removeSeats(
  core: Core,
  event_id: EventId,
  guard: Action,
  signal?: AbortSignal,
): Promise<boolean> {
  const query = { ...seatsOf(event_id), attributes: ["sk"], consistent: true, limit: itemsAtOnce };
  return workThrough(queryPages(core.table, query), signal, (page) => {
    const removals = page.filter(isSeatItem).map(({ sk }): Action => ({ remove: { pk: event_id, sk: String(sk) } }));
    return transact(core.table, [guard, ...removals]);
  });
}
