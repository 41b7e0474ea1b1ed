import type { Core } from "../core.ts";
import type { VenueId } from "../ids.ts";
import { getVenue } from "../venue/get-venue.ts";
import type { Layout } from "./layout.ts";
import type { VenueSeatList } from "./venue-seats.ts";

/** The venue's seats in its order. Throws VENUE_NOT_FOUND, VENUE_BUSY. */
export async function getVenueSeats(core: Core, { venue_id }: { venue_id: VenueId }): Promise<VenueSeatList> {
  return (await core.venueSeats.get(await getVenue(core, { venue_id }))).list;
}

/** The current layout of a venue's seats. Throws VENUE_NOT_FOUND, VENUE_BUSY. */
export async function getVenueLayout(core: Core, { venue_id }: { venue_id: VenueId }): Promise<Layout> {
  return (await core.venueSeats.get(await getVenue(core, { venue_id }))).layout;
}
