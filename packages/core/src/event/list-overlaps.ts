import type { Core } from "../core.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue } from "../venue/get-venue.ts";
import { endTime, overlaps } from "./event.rules.ts";
import { listOwnEventIds, readEvents } from "./list-own-events.ts";
import type { FindOverlaps, Overlap } from "./overlap.ts";

/** The newest events of the organizer that are looked at, and the most that are answered. */
const mostRead = 500;
const mostAnswered = 10;

/**
 * The organizer's events that take place in this venue at the same time, earliest first: at most ten, of the 500 events
 * made last. Drafts and paused events count, cancelled ones don't. Throws VENUE_NOT_FOUND, FORBIDDEN.
 */
export async function listOverlaps(core: Core, actor: Actor, input: FindOverlaps): Promise<Overlap[]> {
  const venue = await getOwnVenue(core, actor, input.venue_id);
  const ids = (await listOwnEventIds(core.table, venue.owner_id)).slice(0, mostRead);
  const events = await readEvents(core.table, ids);
  return events
    .map(({ event }) => event)
    .filter((event) => event.venue_id === input.venue_id && event.event_id !== input.event_id)
    .filter((event) => takesPlace(event) && overlaps(event, input))
    .sort((a, b) => (a.start_time < b.start_time ? -1 : 1))
    .slice(0, mostAnswered)
    .map(({ event_id, name, start_time, status, venue_name, timezone, ...event }) => ({
      ...{ event_id, name, start_time, end_time: endTime({ start_time, ...event }), status, venue_name, timezone },
    }));
}

const takesPlace = ({ status }: Pick<Overlap, "status">): boolean => status !== "cancelling" && status !== "cancelled";
