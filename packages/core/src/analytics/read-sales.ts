import { isSale } from "../booking/invoice.rules.ts";
import type { Core } from "../core.ts";
import { readCounts } from "../counts/read-counts.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { Sold } from "./sales-cache.ts";

type Of = Pick<StoredEvent, "event_id">;

/** All bookings of an event that are or were sales, oldest first; slightly stale if reading takes long. Throws EVENT_NOT_FOUND. */
export async function readSales(core: Core, event: Of): Promise<readonly Sold[]> {
  return salesAmong(await readEveryBooking(core, event));
}

/** Without those that were reserved on invoice and not paid for. */
export const salesAmong = (bookings: readonly Sold[]): readonly Sold[] => bookings.filter(isSale);

/** The same with those that were reserved on invoice and not paid for. */
export async function readEveryBooking(core: Core, { event_id }: Of): Promise<readonly Sold[]> {
  const { total_bookings, total_cancellations, booking_changes, refunds, ...counts } = await readCounts(core, event_id);
  const booked = total_bookings + total_cancellations + booking_changes + refunds;
  return core.salesCache.sales(event_id, booked + counts.reservations + counts.reservations_lapsed);
}
