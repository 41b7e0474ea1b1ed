import { EventlyError } from "../errors.ts";
import type { VenueId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { sortSeats } from "./seat-order.rules.ts";
import { isVenueSeatItem, type ReadSeat, readVenueSeat, toVenue, venueSeatsOf } from "./venue.table.ts";
import type { Venue, VenueSeat } from "./venue.ts";

/** Consistent read. Throws VENUE_NOT_FOUND. */
export async function readVenue(table: Table, venue_id: VenueId): Promise<Venue> {
  const item = await readItem(table, keys.venue(venue_id));
  if (!item) throw new EventlyError("VENUE_NOT_FOUND", {});
  return toVenue(item);
}

/** The seats at the venue's revision, in its order. */
export async function listCurrentSeats(table: Table, venue: Venue): Promise<VenueSeat[]> {
  const stored = await readVenueSeats(table, venue);
  const current = stored.flatMap(({ seat }) => (seat && !seat.removed ? [seat] : []));
  return sortSeats(current.map(({ removed: _, ...seat }) => seat));
}

/** Every stored seat as it is at the venue's revision, with removed ones and those of unfinished additions. */
export async function readVenueSeats(table: Table, { venue_id, revision }: Venue): Promise<ReadSeat[]> {
  const seats: ReadSeat[] = [];
  for await (const item of queryItems(table, venueSeatsOf(venue_id))) {
    if (isVenueSeatItem(item)) seats.push(readVenueSeat(item, revision));
  }
  return seats;
}
