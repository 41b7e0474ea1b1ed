import MiniSearch from "minisearch";
import { catalogueChanges, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { type Clock, toInstant } from "../time.ts";
import { createVocabularies, type Entry, forgetEntry, toEntry, type Vocabularies } from "./catalogue-entry.ts";
import { toEventCard, toStoredEvent } from "./event.table.ts";
import type { EventCard } from "./event.ts";
import { fold } from "./fold.ts";

/** The published events as this process knows them, searchable; kept fresh by the log of catalogue changes. */
export type Catalogue = {
  /** Reads all of it. Until it has run once, the catalogue is empty. */
  load(): Promise<void>;
  /** Reads what changed since the last time, with an overlap for clocks that differ. */
  follow(): Promise<void>;
  /** Every event, soonest first. */
  list(): EventCard[];
  /** Every event as filters see it, in no order. */
  entries(): Iterable<Entry>;
  /** What the numbers in the entries stand for. */
  vocabularies: Vocabularies;
  nameVenue(venue_id: string): string | undefined;
  /** Ids of the events that a text finds, best first. */
  search(text: string): Map<string, number>;
};

const overlap = 10;
const mostFollowed = 10_000;

export function createCatalogue(table: Table, clock: Clock): Catalogue {
  const entries = new Map<string, Entry>();
  const vocabularies = createVocabularies();
  const venueNames = new Map<string, string>();
  const index = createIndex();
  const followed = new Set<string>();
  let followedTo = 0;

  function set(card: EventCard): void {
    drop(card.event_id);
    entries.set(card.event_id, toEntry(card, vocabularies));
    venueNames.set(card.venue_id, card.venue_name);
    index.add({ ...card, id: card.event_id });
  }

  function drop(event_id: string): void {
    const entry = entries.get(event_id);
    if (!entry) return;
    entries.delete(event_id);
    forgetEntry(entry, vocabularies);
    index.discard(event_id);
  }

  async function readAgain(event_id: string): Promise<void> {
    const item = await readItem(table, keys.event(event_id));
    if (item && toStoredEvent(item).status === "published") set(toEventCard(item));
    else drop(event_id);
  }

  return {
    async load() {
      followedTo = clock();
      for await (const item of queryItems(table, { index: "catalog", partition: "event" })) set(toEventCard(item));
    },
    async follow() {
      const began = clock();
      const changed = new Map<string, string>();
      const from = toInstant(followedTo - overlap);
      for await (const item of queryItems(table, { partition: catalogueChanges, from })) {
        if (!followed.has(String(item.sk))) changed.set(String(item.sk), String(item.event_id));
      }
      for (const event_id of new Set(changed.values())) await readAgain(event_id);
      if (followed.size > mostFollowed) followed.clear();
      for (const change of changed.keys()) followed.add(change);
      followedTo = began;
    },
    list: () => [...entries.values()].sort(byStart).map(({ event }) => event),
    entries: () => entries.values(),
    vocabularies,
    nameVenue: (venue_id) => venueNames.get(venue_id),
    search: (text) => new Map(index.search(fold(text)).map(({ id, score }) => [String(id), score])),
  };
}

function byStart(a: Entry, b: Entry): number {
  return a.starts - b.starts || (a.event.event_id < b.event.event_id ? -1 : 1);
}

function createIndex(): MiniSearch<EventCard & { id: string }> {
  return new MiniSearch({
    fields: ["name", "artists", "tags", "venue_name", "city", "description"],
    extractField: (card, field) => {
      const value: unknown = card[field as keyof typeof card];
      return Array.isArray(value) ? value.join(" ") : String(value ?? "");
    },
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      boost: { name: 3, artists: 2, venue_name: 1.5 },
    },
  });
}
