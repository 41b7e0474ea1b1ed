import type { Core } from "../core.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue } from "../venue/get-venue.ts";
import { canManage, endTime, overlaps } from "./event.rules.ts";
import { listVenueEventIds, readVenueEvents } from "./list-venue-events.ts";
import { type FindOverlaps, Overlap } from "./overlap.ts";

/** The newest events of the venue that are looked at, and the most that are answered. */
const mostRead = 500;
const mostAnswered = 10;

/**
 * The events that take place in this venue at the same time, whoever made them, earliest first: at most ten, of the 500
 * that were made last in it. Drafts and paused events count, cancelled ones don't. Events of the version before, which
 * are in no list of the venue, are looked for among the organizer's own with what is left of the 500. Throws
 * VENUE_NOT_FOUND, FORBIDDEN.
 */
export async function listOverlaps(core: Core, actor: Actor, input: FindOverlaps): Promise<Overlap[]> {
  const venue = await getOwnVenue(core, actor, input.venue_id);
  const ids = await listVenueEventIds(core, venue);
  const events = await readVenueEvents(core, venue, ids.slice(0, mostRead));
  return events
    .filter(({ event_id }) => event_id !== input.event_id)
    .filter((event) => takesPlace(event) && overlaps(event, input))
    .sort((a, b) => (a.start_time < b.start_time ? -1 : 1))
    .slice(0, mostAnswered)
    .map((event) => ({ ...event, end_time: endTime(event), can_manage: canManage(event, actor) }))
    .map((event) => Overlap.parse(event));
}

const takesPlace = ({ status }: Pick<Overlap, "status">): boolean => status !== "cancelling" && status !== "cancelled";
