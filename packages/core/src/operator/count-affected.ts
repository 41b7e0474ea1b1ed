import { isHeld, mayHaveHolds } from "../analytics/analytics.rules.ts";
import type { Core } from "../core.ts";
import { readCounts } from "../counts/read-counts.ts";
import type { EventId } from "../ids.ts";
import { isSeatItem, seatsOf, toSeat } from "../seat/seat.table.ts";
import { queryItems } from "../table/query-items.ts";

/** Whom a change of an event by the operator concerns: open holds, those being paid included, and confirmed bookings. */
export type Affected = { event_id: EventId; holds: number; bookings: number };

/** Throws EVENT_NOT_FOUND, UNAVAILABLE. */
export async function countAffected(core: Core, event_id: EventId): Promise<Affected> {
  const { last_hold_at, total_bookings, total_cancellations } = await readCounts(core, event_id);
  const holds = mayHaveHolds(last_hold_at, core.clock(), core.rules) ? await countHolds(core, event_id) : 0;
  return { event_id, holds, bookings: total_bookings - total_cancellations };
}

async function countHolds({ table, clock }: Core, event_id: EventId): Promise<number> {
  const holds = new Set<string | null>();
  for await (const item of queryItems(table, { ...seatsOf(event_id), consistent: true })) {
    if (!isSeatItem(item)) continue;
    const seat = toSeat(item);
    if (isHeld(seat, clock())) holds.add(seat.holding_id);
  }
  return holds.size;
}
