import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import { dropReason, entriesOf, toJournalEntry } from "../journal/journal.table.ts";
import type { JournalAction } from "../journal/journal.ts";
import { queryItems } from "../table/query-items.ts";
import { updateItem } from "../table/update-item.ts";

/** The last seats that are refunded cancel the booking. */
const withReasons: readonly JournalAction[] = ["booking.refunded", "booking.cancelled", "booking.paid"];

/** Why a part was refunded, or how an invoice was paid, may name the buyer: the journal keeps what was done, when, and by whom. */
export async function forgetReasons(
  { table }: Core,
  { event_id, booking_id, refunds = [], invoice }: Booking,
): Promise<void> {
  if (refunds.every(({ reason }) => reason === null) && !invoice?.paid_at) return;
  for await (const item of queryItems(table, entriesOf(event_id))) {
    const { action, changes, reason } = toJournalEntry(item);
    const isOfIt = changes.booking?.after === booking_id || changes[booking_id] !== undefined;
    if (isOfIt && reason !== null && withReasons.includes(action)) await updateItem(table, dropReason(item));
  }
}
