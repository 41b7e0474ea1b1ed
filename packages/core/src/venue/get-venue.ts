import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { VenueId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import { drawLayout } from "./layout.rules.ts";
import type { Layout } from "./layout.ts";
import { sortSeats } from "./seat-order.rules.ts";
import { isVenueSeatItem, type ReadSeat, readVenueSeat, toVenue, venueSeatsOf } from "./venue.table.ts";
import type { Venue, VenueSeat } from "./venue.ts";

/** Consistent read. Throws VENUE_NOT_FOUND. */
export async function getVenue(core: Core, { venue_id }: { venue_id: VenueId }): Promise<Venue> {
  const item = await readItem(core.table, keys.venue(venue_id));
  if (!item) throw new EventlyError("VENUE_NOT_FOUND", {});
  return toVenue(item);
}

/** The venue for its owner. Throws VENUE_NOT_FOUND, and FORBIDDEN if it belongs to someone else. */
export async function getOwnVenue(core: Core, actor: Actor, venue_id: VenueId): Promise<Venue> {
  const venue = await getVenue(core, { venue_id });
  if (actor.role !== "admin" && venue.owner_id !== actor.user_id) {
    throw new EventlyError("FORBIDDEN", { role: actor.role }, "This venue is another organizer's.");
  }
  return venue;
}

/** The venue's seats in its order. Throws VENUE_NOT_FOUND. */
export async function getVenueSeats(core: Core, { venue_id }: { venue_id: VenueId }): Promise<VenueSeat[]> {
  return listCurrentSeats(core, await getVenue(core, { venue_id }));
}

/** The current layout of a venue's seats. Throws VENUE_NOT_FOUND. */
export async function getVenueLayout(core: Core, { venue_id }: { venue_id: VenueId }): Promise<Layout> {
  const venue = await getVenue(core, { venue_id });
  return drawLayout(venue, await listCurrentSeats(core, venue));
}

/** The seats at the venue's revision, in its order. */
export async function listCurrentSeats(core: Core, venue: Venue): Promise<VenueSeat[]> {
  const stored = await readVenueSeats(core, venue);
  const current = stored.flatMap(({ seat }) => (seat && !seat.removed ? [seat] : []));
  return sortSeats(current.map(({ removed: _, ...seat }) => seat));
}

/** Every stored seat as it is at the venue's revision, with removed ones and those of unfinished additions. */
export async function readVenueSeats(core: Core, { venue_id, revision }: Venue): Promise<ReadSeat[]> {
  const seats: ReadSeat[] = [];
  for await (const item of queryItems(core.table, venueSeatsOf(venue_id))) {
    if (isVenueSeatItem(item)) seats.push(readVenueSeat(item, revision));
  }
  return seats;
}
