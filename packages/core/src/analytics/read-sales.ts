import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { readCounts } from "./read-counts.ts";
import type { Sold } from "./sale-books.ts";

/** Every booking of an event, oldest first, as of now or, where reading them takes long, a moment before. Throws EVENT_NOT_FOUND. */
export async function readSales(core: Core, { event_id }: Pick<StoredEvent, "event_id">): Promise<readonly Sold[]> {
  const { total_bookings, total_cancellations } = await readCounts(core, event_id);
  return core.books.sales(event_id, total_bookings + total_cancellations);
}
