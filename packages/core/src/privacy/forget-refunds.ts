import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import { dropReason, entriesOf, toJournalEntry } from "../journal/journal.table.ts";
import { queryItems } from "../table/query-items.ts";
import { updateItem } from "../table/update-item.ts";

/** Why a part was refunded may name the buyer: the journal keeps what was done, when, and by whom. */
export async function forgetRefunds({ table }: Core, { event_id, booking_id, refunds = [] }: Booking): Promise<void> {
  if (refunds.every(({ reason }) => reason === null)) return;
  for await (const item of queryItems(table, entriesOf(event_id))) {
    const { action, changes, reason } = toJournalEntry(item);
    // The last seats that are refunded cancel the booking.
    const isOfIt = changes.booking?.after === booking_id || changes[booking_id] !== undefined;
    if (isOfIt && reason !== null && (action === "booking.refunded" || action === "booking.cancelled"))
      await updateItem(table, dropReason(item));
  }
}
