import { endTime } from "../event/event.rules.ts";
import { changeKept, isListedItem, toEventCard } from "../event/event.table.ts";
import type { EventCard } from "../event/event.ts";
import { longestDuration } from "../event/limits.rules.ts";
import type { EventId } from "../ids.ts";
import { catalogChanges, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { type Clock, toInstant } from "../time.ts";
import type { Entry } from "./catalog-entry.ts";
import { type IndexedEvents, indexEvents } from "./index-events.ts";
import { createYield } from "./yield-to-event-loop.ts";

/** The published events that have not ended, as cached by this process, searchable; kept fresh from the log of changes. */
export type Catalog = Pick<IndexedEvents, "documents" | "vocabulary" | "nameVenue" | "search"> & {
  /**
   * Reloads all events and drops those no longer listed; searches keep working meanwhile. The catalog is empty until it
   * has run once.
   */
  load(): Promise<void>;
  /**
   * Reads the changes since the last time, with an overlap for clock differences; reloads everything if the log doesn't
   * reach back that far.
   */
  follow(): Promise<void>;
  /** Every event, earliest first. */
  list(): EventCard[];
};

/** Largest clock difference allowed between processes, in seconds. */
const overlap = 10;
/** Events read at once: few, so that unpacking them doesn't delay other requests. */
const portion = 200;

export function createCatalog(table: Table, clock: Clock): Catalog {
  const events = indexEvents();
  const yieldToEventLoop = createYield();
  let seen = new Set<string>();
  let followedTo = Number.NEGATIVE_INFINITY;

  async function load(): Promise<void> {
    const began = clock();
    const found = new Set<string>();
    for await (const item of queryBegunSince(table, began - longestDuration * 60)) {
      const event = toEventCard(item);
      if (!hasEnded(event, began)) {
        found.add(event.event_id);
        events.set(event);
      }
      await yieldToEventLoop();
    }
    await dropAll(events, yieldToEventLoop, ({ event }) => !found.has(event.event_id));
    seen = new Set();
    followedTo = began;
  }

  async function readAgain(event_ids: EventId[]): Promise<void> {
    const items = await readById(table, event_ids);
    for (const event_id of event_ids) {
      const item = items.get(event_id);
      if (item && isListedItem(item)) events.set(toEventCard(item));
      else events.drop(event_id);
      await yieldToEventLoop();
    }
  }

  async function follow(): Promise<void> {
    const began = clock();
    if (began - followedTo > changeKept - 2 * overlap) return load();
    const log = await readLog(table, followedTo - overlap);
    for (const ids of inPortions(listChanged(log, seen))) await readAgain(ids);
    await dropAll(events, yieldToEventLoop, ({ ends }) => ends <= began * 1000);
    seen = new Set(log.keys());
    followedTo = began;
  }

  const { documents, vocabulary, nameVenue, search } = events;
  return { documents, vocabulary, nameVenue, search, load, follow, list: () => listEvents(documents) };
}

async function dropAll(
  { documents, drop }: IndexedEvents,
  yieldToEventLoop: () => Promise<void>,
  isGone: (entry: Entry) => boolean,
): Promise<void> {
  for (const entry of documents) {
    if (!entry || !isGone(entry)) continue;
    drop(entry.event.event_id);
    await yieldToEventLoop();
  }
}

const hasEnded = (event: EventCard, now: number): boolean => Date.parse(endTime(event)) <= now * 1000;

const queryBegunSince = (table: Table, from: number) =>
  queryItems(table, { index: "catalog", partition: "event", from: toInstant(from), limit: portion });

/** The event of each change since `from` (epoch seconds), by the change's own key. */
async function readLog(table: Table, from: number): Promise<Map<string, EventId>> {
  const log = new Map<string, EventId>();
  for await (const { sk, event_id } of queryItems(table, { partition: catalogChanges, from: toInstant(from) }))
    log.set(String(sk), event_id as EventId);
  return log;
}

function listChanged(log: Map<string, EventId>, seen: Set<string>): EventId[] {
  return [...new Set([...log].flatMap(([change, event_id]) => (seen.has(change) ? [] : event_id)))];
}

async function readById(table: Table, event_ids: EventId[]): Promise<Map<EventId, Item>> {
  const items = await readItems(table, event_ids.map(keys.event));
  return new Map(items.map((item) => [item.pk as EventId, item]));
}

function* inPortions(ids: EventId[]): Generator<EventId[]> {
  for (let from = 0; from < ids.length; from += portion) yield ids.slice(from, from + portion);
}

function listEvents(documents: Catalog["documents"]): EventCard[] {
  const entries = documents.flatMap((entry) => entry ?? []);
  return entries
    .sort((a, b) => a.starts - b.starts || (a.event.event_id < b.event.event_id ? -1 : 1))
    .map(({ event }) => event);
}
