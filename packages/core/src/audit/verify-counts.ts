import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import { type Counted, readCounts } from "../counts/read-counts.ts";
import type { EventId } from "../ids.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { queryItems } from "../table/query-items.ts";
import type { AuditFault } from "./audit-fault.ts";
import { type CountsAround, inspectCounts, recount, type SaleCounts, stoodStill } from "./recount.ts";

/** `exact`: nothing was sold during the read, so every count was compared, not only those that never decrease. */
export type Verified = {
  event_id: EventId;
  counted: SaleCounts;
  recounted: SaleCounts;
  exact: boolean;
  faults: AuditFault[];
};

/** How many seats were counted as blocked, before and after the bookings were read. */
export type Around = { before: number; after: number };

const maxReads = 5;

/**
 * Compares an event's counts with all of its bookings. During a sale it reads up to five times, to find a moment
 * without changes; a fault found in between counts as well. Throws EVENT_NOT_FOUND.
 */
export async function verifyCounts(core: Core, event_id: EventId): Promise<Verified> {
  for (let reads = 1; ; reads++) {
    const { bookings, counts } = await readBookingsAndCounts(core, event_id);
    const exact = stoodStill(counts);
    if (!exact && reads < maxReads) continue;
    const faults = inspectCounts(counts, bookings);
    return { event_id, counted: counts.after, recounted: recount(bookings), exact, faults };
  }
}

/** All bookings an event ever had, and its counts before and after the read. Throws EVENT_NOT_FOUND. */
export async function readBookingsAndCounts(
  core: Core,
  event_id: EventId,
): Promise<{ bookings: Booking[]; counts: CountsAround; blocked: Around }> {
  const before = await readCounts(core, event_id);
  const bookings: Booking[] = [];
  for await (const item of queryItems(core.table, { ...bookingsOf(event_id), consistent: true }))
    bookings.push(toBooking(item));
  const after = await readCounts(core, event_id);
  const blocked = { before: before.seats_blocked, after: after.seats_blocked };
  return { bookings, counts: { before: salesIn(before), after: salesIn(after) }, blocked };
}

function salesIn(counted: Counted): SaleCounts {
  const { hold_attempts: _, holds_placed: __, last_hold_at: ___, seats_blocked: ____, ...sales } = counted;
  return sales;
}
