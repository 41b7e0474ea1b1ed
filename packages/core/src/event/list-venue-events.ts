import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import { ownerOf } from "../organization/may.ts";
import { eventsAt } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import type { Venue } from "../venue/venue.ts";
import type { StoredEvent } from "./event.table.ts";
import { listOwnEventIds, numberOf, readEvents } from "./list-own-events.ts";

/**
 * Every event of a venue, drafts and cancelled ones too, newest first, whoever made it. The version before kept no list
 * of them: its events are found among the owner's, and those that an admin made while they are listed in the catalog.
 * Throws UNAVAILABLE.
 */
export async function listVenueEvents(core: Core, venue: Venue): Promise<StoredEvent[]> {
  const events = await readVenueEvents(core, venue, await listVenueEventIds(core, venue));
  return events.sort((a, b) => newestFirst(a.event_id, b.event_id));
}

/**
 * Which events may be in a venue: those of its list, then those that the version before may have made there; each
 * newest first. Throws UNAVAILABLE.
 */
export async function listVenueEventIds(core: Core, venue: Venue): Promise<EventId[]> {
  const { venue_id, owner_id } = venue;
  const listed: EventId[] = [];
  for await (const { sk } of queryItems(core.table, { partition: eventsAt(venue_id), consistent: true }))
    listed.push(sk as EventId);
  const others = await listOwnEventIds(core.table, [...new Set([owner_id, ownerOf(venue)])]);
  for (const entry of core.catalog.documents) if (entry?.event.venue_id === venue_id) others.push(entry.event.event_id);
  return [...new Set([...listed.sort(newestFirst), ...others.sort(newestFirst)])];
}

const newestFirst = (a: EventId, b: EventId): number => numberOf(b) - numberOf(a);

/** Those of `ids` that are in the venue. Throws UNAVAILABLE. */
export async function readVenueEvents(
  { table }: Core,
  { venue_id }: Venue,
  ids: readonly EventId[],
): Promise<StoredEvent[]> {
  const events = await readEvents(table, ids);
  return events.map(({ event }) => event).filter((event) => event.venue_id === venue_id);
}
