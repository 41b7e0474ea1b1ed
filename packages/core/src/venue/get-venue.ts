import type { Core } from "../core.ts";
import type { VenueId } from "../ids.ts";
import { may } from "../organization/may.ts";
import { refusedTo } from "../organization/refused-to.ts";
import type { Actor } from "../user/user.ts";
import { readVenue } from "./read-venue.ts";
import type { Venue } from "./venue.ts";

/** Consistent read. Throws VENUE_NOT_FOUND. */
export function getVenue(core: Core, { venue_id }: { venue_id: VenueId }): Promise<Venue> {
  return readVenue(core.table, venue_id);
}

/** The venue for those who manage it. Throws VENUE_NOT_FOUND, and FORBIDDEN for anybody else. */
export async function getOwnVenue(core: Core, actor: Actor, venue_id: VenueId): Promise<Venue> {
  const venue = await getVenue(core, { venue_id });
  if (!may(actor, venue, "manager")) throw refusedTo(actor, venue);
  return venue;
}
