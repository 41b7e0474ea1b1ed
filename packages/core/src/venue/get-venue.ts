import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { VenueId } from "../ids.ts";
import { compareSeats } from "../seat/seat.rules.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import { drawLayout } from "./layout.rules.ts";
import type { Layout } from "./layout.ts";
import { isVenueSeatItem, toVenue, toVenueSeatRecord, venueSeatsOf } from "./venue.table.ts";
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

/** The seats of all finished additions, in natural order. Throws VENUE_NOT_FOUND. */
export async function getVenueSeats(core: Core, { venue_id }: { venue_id: VenueId }): Promise<VenueSeat[]> {
  const { revision } = await getVenue(core, { venue_id });
  return (await readVenueSeats(core, venue_id)).filter((seat) => seat.revision <= revision);
}

/** The current layout of a venue's seats. Throws VENUE_NOT_FOUND. */
export async function getVenueLayout(core: Core, { venue_id }: { venue_id: VenueId }): Promise<Layout> {
  const venue = await getVenue(core, { venue_id });
  const seats = (await readVenueSeats(core, venue_id)).filter((seat) => seat.revision <= venue.revision);
  return drawLayout(venue, seats);
}

/** Every stored seat, including those of unfinished additions, in natural order. */
export async function readVenueSeats(core: Core, venue_id: VenueId): Promise<VenueSeat[]> {
  const seats: VenueSeat[] = [];
  for await (const item of queryItems(core.table, venueSeatsOf(venue_id))) {
    if (isVenueSeatItem(item)) seats.push(toVenueSeatRecord(item));
  }
  return seats.sort(compareSeats);
}
