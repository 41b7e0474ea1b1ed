import { isListedItem } from "../event/event.table.ts";
import type { EventCard } from "../event/event.ts";
import { longestDuration } from "../event/limits.rules.ts";
import type { EventId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import { type Clock, toInstant } from "../time.ts";
import { type BoundCatalog, boundCatalog, type Fill } from "./bound-catalog.ts";
import type { Entry } from "./catalog-entry.ts";
import { cacheGroups } from "./event-groups.ts";
import { type IndexedEvents, indexEvents } from "./index-events.ts";
import { hasEnded, isInLog, placeOf, portion, queryListed, readById, readLog } from "./read-catalog.ts";
import { createYield } from "./yield-to-event-loop.ts";

export type Searched = Pick<IndexedEvents, "documents" | "vocabulary" | "nameVenue" | "search">;

/**
 * The published events that have not ended, as cached by this process, searchable; kept fresh from the log of changes.
 * Within a budget: of more events than fit the soonest are in it.
 */
export type Catalog = Searched & {
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
  /** What it holds, and what is left out. */
  fill(): Fill;
  /**
   * Where to search without a text among the events of a venue or a series, given by the partition that lists them: here,
   * or if some events are left out among the newest 500 that the group has in the table.
   */
  among(partition: string): Promise<Searched>;
};

/** Largest clock difference allowed between processes, in seconds. */
const overlap = 10;

type Options = { budget: number; report(message: string, details: Record<string, unknown>): void };

export function createCatalog(table: Table, clock: Clock, { budget, report }: Options): Catalog {
  const events = indexEvents();
  const yieldToEventLoop = createYield();
  const bounded = boundCatalog(table, events, { budget, yieldToEventLoop, report });
  let seen = new Set<string>();
  let followedTo = Number.NEGATIVE_INFINITY;

  const read = (from: string, now: number) => readFrom(table, bounded, { from, now, yieldToEventLoop });

  async function load(): Promise<void> {
    const began = clock();
    const found = await bounded.renew(() => read(toInstant(began - longestDuration * 60), began));
    await dropAll(events, yieldToEventLoop, ({ event }) => !found.has(event.event_id));
    seen = new Set();
    followedTo = began;
    await bounded.settle(began, (from) => read(from, began));
  }

  async function readAgain(event_ids: EventId[]): Promise<void> {
    const items = await readById(table, event_ids);
    for (const event_id of event_ids) {
      const item = items.get(event_id);
      const event = item && isListedItem(item) ? bounded.read(item) : null;
      if (event) await bounded.admit(event);
      else events.drop(event_id);
      await yieldToEventLoop();
    }
  }

  async function follow(): Promise<void> {
    const began = clock();
    if (!isInLog(began - followedTo, overlap)) return load();
    const log = await readLog(table, followedTo - overlap);
    for (const ids of inPortions(listChanged(log, seen))) await readAgain(ids);
    await dropAll(events, yieldToEventLoop, ({ ends }) => ends <= began * 1000);
    seen = new Set(log.keys());
    followedTo = began;
    // The index may lag behind changes that were followed when there was no room: they are read again.
    if (await bounded.settle(began, (from) => read(from, began))) seen = new Set();
  }

  const { documents, vocabulary, nameVenue, search } = events;
  const here: Searched = { documents, vocabulary, nameVenue, search };
  const groups = cacheGroups(table, clock, here);
  return {
    ...here,
    ...{ load, follow, list: () => listEvents(documents), fill: bounded.fill },
    among: async (partition) => (bounded.isFull() ? groups.get(partition) : here),
  };
}

type Reading = { from: string; now: number; yieldToEventLoop(): Promise<void> };

/** From a place on, up to the first event for which there is no room. */
async function readFrom(table: Table, bounded: BoundCatalog, reading: Reading): Promise<Set<EventId>> {
  const found = new Set<EventId>();
  for await (const item of queryListed(table, reading.from)) {
    const event = bounded.read(item);
    if (event && bounded.isBeyond(placeOf(event))) break;
    if (event && !hasEnded(event, reading.now) && (await bounded.admit(event))) found.add(event.event_id);
    await reading.yieldToEventLoop();
  }
  return found;
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

function listChanged(log: Map<string, EventId>, seen: Set<string>): EventId[] {
  return [...new Set([...log].flatMap(([change, event_id]) => (seen.has(change) ? [] : event_id)))];
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
