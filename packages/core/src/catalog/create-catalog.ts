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
import { hasEnded, isInLog, pageListed, portion, readById, readLog } from "./read-catalog.ts";
import { createYield } from "./yield-to-event-loop.ts";

export type Searched = Pick<IndexedEvents, "documents" | "vocabulary" | "nameVenue" | "search">;

/**
 * The published events that have not ended, as cached by this process, searchable; kept fresh from the log of changes.
 * Within a budget, which accounts share: of more events than fit the soonest of each account are in it.
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

  const filling = { table, events, bounded, yieldToEventLoop };
  const read = (from: string, now: number) => readFrom(filling, from, now);
  const dropEnded = (now: number) => dropAll(filling, ({ ends }) => ends <= now * 1000);

  async function load(): Promise<void> {
    const began = clock();
    await dropEnded(began);
    const found = await bounded.renew(began, () => read(toInstant(began - longestDuration * 60), began));
    await dropAll(filling, ({ event }) => !found.has(event.event_id));
    seen = new Set();
    followedTo = began;
    await bounded.settle(began, (from) => read(from, began));
  }

  async function follow(): Promise<void> {
    const began = clock();
    if (!isInLog(began - followedTo, overlap)) return load();
    const log = await readLog(table, followedTo - overlap);
    for (const ids of inPortions(listChanged(log, seen))) await readAgain(filling, ids);
    await dropEnded(began);
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

type Filling = { table: Table; events: IndexedEvents; bounded: BoundCatalog; yieldToEventLoop(): Promise<void> };

/** From a place on: what is in of it. */
async function readFrom(
  { table, bounded, yieldToEventLoop }: Filling,
  from: string,
  now: number,
): Promise<Set<EventId>> {
  const found = new Set<EventId>();
  for await (const items of pageListed(table, from)) {
    await bounded.meet(items);
    for (const item of items) {
      const event = bounded.read(item);
      if (event && !hasEnded(event, now) && (await bounded.admit(event))) found.add(event.event_id);
      await yieldToEventLoop();
    }
  }
  return found;
}

async function readAgain({ table, events, bounded, yieldToEventLoop }: Filling, event_ids: EventId[]): Promise<void> {
  const items = await readById(table, event_ids);
  await bounded.meet([...items.values()]);
  for (const event_id of event_ids) {
    const item = items.get(event_id);
    const event = item && isListedItem(item) ? bounded.read(item) : null;
    if (event) await bounded.admit(event);
    else events.drop(event_id);
    await yieldToEventLoop();
  }
}

async function dropAll({ events, yieldToEventLoop }: Filling, isGone: (entry: Entry) => boolean): Promise<void> {
  for (const entry of events.documents) {
    if (!entry || !isGone(entry)) continue;
    events.drop(entry.event.event_id);
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
