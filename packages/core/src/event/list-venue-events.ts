import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
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
export async function listVenueEvents(core: Core, { venue_id, owner_id }: Venue): Promise<StoredEvent[]> {
  const ids = new Set<EventId>(await listOwnEventIds(core.table, owner_id));
  for await (const { sk } of queryItems(core.table, { partition: eventsAt(venue_id), consistent: true }))
    ids.add(sk as EventId);
  for (const entry of core.catalog.documents) if (entry?.event.venue_id === venue_id) ids.add(entry.event.event_id);
  const newestFirst = [...ids].sort((a, b) => numberOf(b) - numberOf(a));
  const events = await readEvents(core.table, newestFirst);
  return events.map(({ event }) => event).filter((event) => event.venue_id === venue_id);
}
