import { createTtlCache, type TtlCache } from "../caching/ttl-cache.ts";
import type { EventCard } from "../event/event.ts";
import { eventsAt } from "../table/keys.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import { type IndexedEvents, indexEvents } from "./index-events.ts";
import { hasEnded, readPublished } from "./read-catalog.ts";

const mostBytes = 8_000_000;
const freshFor = 3;
/** Of a group without events. */
const groupBytes = 4_000;
/** Each reads some megabytes of events at once. */
const atOnce = 2;

/**
 * The events of a venue or a series by the partition that lists them, those that a catalog leaves out among them: the 500
 * that were made last, without their words.
 */
export function cacheGroups(
  table: Table,
  clock: Clock,
  { documents }: Pick<IndexedEvents, "documents">,
): TtlCache<string, IndexedEvents> {
  async function read(partition: string): Promise<IndexedEvents> {
    const group = indexEvents(null);
    const isInGroup = (event: EventCard) => event.series_id === partition || eventsAt(event.venue_id) === partition;
    for (const entry of documents) if (entry && isInGroup(entry.event)) group.set(entry.event);
    for (const event of await readPublished(table, partition))
      if (isInGroup(event) && !hasEnded(event, clock())) group.set(event);
    return group;
  }

  return createTtlCache(clock, read, {
    ...{ maxSize: mostBytes, minRefreshInterval: freshFor, atOnce },
    sizeOf: (group) => groupBytes + group.bytes(),
  });
}
