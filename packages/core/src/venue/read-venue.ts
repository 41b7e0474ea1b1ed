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
  const seats: VenueSeat[] = [];
  for await (const { seat } of readSeats(table, venue)) {
    if (!seat || seat.removed) continue;
    const { removed: _, ...current } = seat;
    seats.push(current);
  }
  return sortSeats(seats);
}

/** Every stored seat as it is at the venue's revision, with removed ones and those of unfinished additions. */
export async function readVenueSeats(table: Table, venue: Venue): Promise<ReadSeat[]> {
  const seats: ReadSeat[] = [];
  for await (const seat of readSeats(table, venue)) seats.push(seat);
  return seats;
}

/** Each is made of its item while its page is at hand: those of a large hall all at once would take long. */
async function* readSeats(table: Table, { venue_id, revision }: Venue): AsyncGenerator<ReadSeat> {
  for await (const item of queryItems(table, venueSeatsOf(venue_id)))
    if (isVenueSeatItem(item)) yield readVenueSeat(item, revision);
}
