import type { Core } from "../core.ts";
import { readCounts } from "../counts/read-counts.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { Sold } from "./sales-cache.ts";

/** All bookings of an event, oldest first; slightly stale if reading takes long. Throws EVENT_NOT_FOUND. */
export async function readSales(core: Core, { event_id }: Pick<StoredEvent, "event_id">): Promise<readonly Sold[]> {
  const { total_bookings, total_cancellations, booking_changes, refunds } = await readCounts(core, event_id);
  return core.salesCache.sales(event_id, total_bookings + total_cancellations + booking_changes + refunds);
}
