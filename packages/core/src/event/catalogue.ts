import { catalogueChanges, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { type Clock, toInstant } from "../time.ts";
import { type Entry, toEntry } from "./catalogue-entry.ts";
import { createVocabulary, type Vocabulary } from "./catalogue-vocabulary.ts";
import { changeKept, toEventCard } from "./event.table.ts";
import type { EventCard } from "./event.ts";
import { createGiveWay } from "./give-way.ts";
import { createWordIndex, type WordIndex } from "./word-index.ts";

/** The published events that have not begun, as this process knows them, searchable; kept fresh by the log of changes. */
export type Catalogue = {
  /**
   * Reads all of it, and drops what is not there any more; goes on answering meanwhile. Until it has run once, the catalogue
   * is empty.
   */
  load(): Promise<void>;
  /** Reads what changed since the last time, with an overlap for clocks that differ; all of it where the log is too short. */
  follow(): Promise<void>;
  /** Every event, soonest first. */
  list(): EventCard[];
  /** Every event by its slot; a slot may be empty. */
  slots: readonly (Entry | null)[];
  /** What the numbers in the entries stand for. */
  vocabulary: Vocabulary;
  nameVenue(venue_id: string): string | undefined;
  search: WordIndex["search"];
};

/** How far clocks of processes may differ, seconds. */
const overlap = 10;
/** Events that are read at once, so that no other request waits long for them to be unpacked. */
const portion = 200;

export function createCatalogue(table: Table, clock: Clock): Catalogue {
  const slots: (Entry | null)[] = [];
  const free: number[] = [];
  const slotOf = new Map<string, number>();
  const vocabulary = createVocabulary();
  const venueNames = new Map<string, string>();
  const words = createWordIndex();
  const giveWay = createGiveWay();
  let seen = new Set<string>();
  let followedTo = Number.NEGATIVE_INFINITY;

  function set(item: Item): void {
    const event = toEventCard(item);
    drop(event.event_id);
    const slot = free.pop() ?? slots.length;
    slots[slot] = toEntry(slot, event, vocabulary);
    slotOf.set(event.event_id, slot);
    venueNames.set(event.venue_id, event.venue_name);
    words.add(slot, event);
  }

  function drop(event_id: string): void {
    const slot = slotOf.get(event_id);
    const entry = slot === undefined ? null : slots[slot];
    if (!entry) return;
    slotOf.delete(event_id);
    slots[entry.slot] = null;
    free.push(entry.slot);
    vocabulary.remove(entry.event);
    words.remove(entry.slot, entry.event);
  }

  async function dropAll(isGone: (entry: Entry) => boolean): Promise<void> {
    for (const entry of slots) {
      if (!entry || !isGone(entry)) continue;
      drop(entry.event.event_id);
      await giveWay();
    }
  }

  async function load(): Promise<void> {
    const began = clock();
    const found = new Set<string>();
    const upcoming = { index: "catalog", partition: "event", from: toInstant(began), limit: portion } as const;
    for await (const item of queryItems(table, upcoming)) {
      found.add(String(item.event_id));
      set(item);
      await giveWay();
    }
    await dropAll(({ event }) => !found.has(event.event_id));
    seen = new Set();
    followedTo = began;
  }

  async function readAgain(event_ids: string[]): Promise<void> {
    const items = new Map((await readItems(table, event_ids.map(keys.event))).map((item) => [String(item.pk), item]));
    for (const event_id of event_ids) {
      const item = items.get(event_id);
      if (item?.status === "published") set(item);
      else drop(event_id);
      await giveWay();
    }
  }

  async function follow(): Promise<void> {
    const began = clock();
    if (began - followedTo > changeKept - 2 * overlap) return load();
    const log = new Map<string, string>();
    for await (const { sk, event_id } of queryItems(table, {
      partition: catalogueChanges,
      from: toInstant(followedTo - overlap),
    }))
      log.set(String(sk), String(event_id));
    const changed = new Set([...log].flatMap(([change, event_id]) => (seen.has(change) ? [] : event_id)));
    for (const ids of inPortions([...changed])) await readAgain(ids);
    await dropAll(({ starts }) => starts <= began * 1000);
    seen = new Set(log.keys());
    followedTo = began;
  }

  return {
    load,
    follow,
    list: () =>
      slots
        .flatMap((entry) => entry ?? [])
        .sort(byStart)
        .map(({ event }) => event),
    slots,
    vocabulary,
    nameVenue: (venue_id) => venueNames.get(venue_id),
    search: words.search,
  };
}

function* inPortions(ids: string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += portion) yield ids.slice(from, from + portion);
}

function byStart(a: Entry, b: Entry): number {
  return a.starts - b.starts || (a.event.event_id < b.event.event_id ? -1 : 1);
}
