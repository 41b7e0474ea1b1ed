import type { Core } from "../core.ts";
import type { VenueId } from "../ids.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue } from "../venue/get-venue.ts";
import { listVenueEvents } from "./list-venue-events.ts";

/** Which events follow a change of their venue: all of them, those on sale or paused, and drafts. */
export type VenueEvents = { events: number; shown: number; drafts: number };

/** For the venue's organizer, before they change it. Throws VENUE_NOT_FOUND, FORBIDDEN, UNAVAILABLE. */
export async function countVenueEvents(
  core: Core,
  actor: Actor,
  { venue_id }: { venue_id: VenueId },
): Promise<VenueEvents> {
  const events = await listVenueEvents(core, await getOwnVenue(core, actor, venue_id));
  const statuses = events.map(({ status }) => status).filter((status) => status !== "deleting");
  const shown = statuses.filter((status) => status === "published" || status === "paused").length;
  return { events: statuses.length, shown, drafts: statuses.filter((status) => status === "draft").length };
}
