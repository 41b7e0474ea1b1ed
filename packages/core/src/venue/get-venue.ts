import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { VenueId } from "../ids.ts";
import type { Actor } from "../user/user.ts";
import { readVenue } from "./read-venue.ts";
import type { Venue } from "./venue.ts";

/** Consistent read. Throws VENUE_NOT_FOUND. */
export function getVenue(core: Core, { venue_id }: { venue_id: VenueId }): Promise<Venue> {
  return readVenue(core.table, venue_id);
}

/** The venue for its owner. Throws VENUE_NOT_FOUND, and FORBIDDEN if it belongs to someone else. */
export async function getOwnVenue(core: Core, actor: Actor, venue_id: VenueId): Promise<Venue> {
  const venue = await getVenue(core, { venue_id });
  if (actor.role !== "admin" && venue.owner_id !== actor.user_id) {
    throw new EventlyError("FORBIDDEN", { role: actor.role }, "This venue is another organizer's.");
  }
  return venue;
}
