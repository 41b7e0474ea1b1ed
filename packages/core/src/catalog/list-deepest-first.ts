import type { EventCard } from "../event/event.ts";
import type { VenueId } from "../ids.ts";
import type { IndexedEvents } from "./index-events.ts";
import { placeOf } from "./read-catalog.ts";

export type Held = { event: EventCard; owner: string; place: string; depth: number };

/**
 * Events in the order in which they make room. How deep one stands is what the events of its account up to it, the soonest
 * first, would take without others. So of each account the latest go first, and accounts that have much before those that have little.
 */
export function listDeepestFirst(
  { documents, sizeOf }: Pick<IndexedEvents, "documents" | "sizeOf">,
  ownerOf: (venue_id: VenueId) => string,
): Held[] {
  const held = documents.flatMap((entry) => {
    if (!entry) return [];
    const { documentIndex, event } = entry;
    return { event, owner: ownerOf(event.venue_id), place: placeOf(event), depth: sizeOf(documentIndex) };
  });
  held.sort((a, b) => (a.place < b.place ? -1 : 1));
  const taken = new Map<string, number>();
  for (const each of held) {
    each.depth += taken.get(each.owner) ?? 0;
    taken.set(each.owner, each.depth);
  }
  return held.sort((a, b) => b.depth - a.depth || (a.place < b.place ? 1 : -1));
}
