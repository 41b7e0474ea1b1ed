import { LRUCache } from "lru-cache";
import { heapShare } from "../caching/heap-share.ts";
import { ownCopy } from "../caching/own-copy.ts";
import { singleFlight } from "../caching/single-flight.ts";
import type { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { bytesOfText } from "../text/bytes-of-text.ts";
import type { Clock } from "../time.ts";
import { type StoredEvent, toStoredEvent } from "./event.table.ts";
import { findEvent } from "./find-event.ts";

/** Events at most 2 s old: fresh enough to open and close a sale, too old for decisions about money. */
export type RecentEvents = {
  find(event_id: EventId): Promise<StoredEvent | null>;
  /** The existing events among several, by id: one BatchGet for those not cached. Throws UNAVAILABLE. */
  findAll(event_ids: readonly EventId[]): Promise<Map<EventId, StoredEvent>>;
  /** Evicts an event after this process changed it. */
  forget(event_id: EventId): void;
};

type CacheEntry = { event: StoredEvent | null; readAt: number };

const freshFor = 2;
const [mostMb, heapPart] = [16, 1 / 64];
/** Of an entry with its key, and of an event without its texts and prices. */
const [entryBytes, eventBytes, priceBytes] = [400, 2_000, 120];

function bytesOf(event: StoredEvent | null): number {
  if (!event) return entryBytes;
  const texts = [event.name, event.description, ...event.artists, ...event.tags];
  return (
    entryBytes + eventBytes + bytesOfText(texts.join("")) + priceBytes * Object.keys(event.seat_type_prices).length
  );
}

export function createRecentEvents(table: Table, clock: Clock, maxSize = heapShare(mostMb, heapPart)): RecentEvents {
  const entries = new LRUCache<EventId, CacheEntry>({
    maxSize,
    sizeCalculation: ({ event }) => bytesOf(event),
  });

  function recall(event_id: EventId): CacheEntry | null {
    const entry = entries.get(event_id);
    return entry && clock() - entry.readAt < freshFor ? entry : null;
  }

  const read = singleFlight(async (event_id: EventId) => {
    const readAt = clock();
    const event = await findEvent(table, event_id);
    entries.set(ownCopy(event_id), { event, readAt });
    return event;
  });

  async function readAll(event_ids: EventId[]): Promise<StoredEvent[]> {
    const readAt = clock();
    const items = await readItems(table, event_ids.map(keys.event));
    const found = new Map(items.map((item) => [item.pk as EventId, toStoredEvent(item)]));
    for (const event_id of event_ids) entries.set(ownCopy(event_id), { event: found.get(event_id) ?? null, readAt });
    return [...found.values()];
  }

  return {
    async find(event_id) {
      const entry = recall(event_id);
      return entry ? entry.event : read(event_id);
    },
    async findAll(event_ids) {
      const wanted = [...new Set(event_ids)];
      const recalled = wanted.flatMap((event_id) => recall(event_id)?.event ?? []);
      const events = [...recalled, ...(await readAll(wanted.filter((event_id) => !recall(event_id))))];
      return new Map(events.map((event) => [event.event_id, event]));
    },
    forget(event_id) {
      entries.delete(event_id);
    },
  };
}
