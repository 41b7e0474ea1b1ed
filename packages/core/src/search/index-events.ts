import type { EventCard } from "../event/event.ts";
import type { EventId } from "../ids.ts";
import { type Entry, toEntry } from "./catalog-entry.ts";
import { createVocabulary, type Vocabulary } from "./catalog-vocabulary.ts";
import { createWordIndex, type WordIndex } from "./word-index.ts";

/** Events in memory, indexed for filters, facets and text search. */
export type IndexedEvents = {
  /** Events by document index; an index may be unused. */
  documents: readonly (Entry | null)[];
  /** The values behind the numbers in the entries. */
  vocabulary: Vocabulary;
  nameVenue(venue_id: string): string | undefined;
  /** By document index, see word-index.ts. */
  search: WordIndex["search"];
  /** Adds or updates an event. */
  set(event: EventCard): void;
  drop(event_id: EventId): void;
};

export function indexEvents(): IndexedEvents {
  const documents: (Entry | null)[] = [];
  const free: number[] = [];
  const indexOf = new Map<string, number>();
  const vocabulary = createVocabulary();
  const venueNames = new Map<string, string>();
  const words = createWordIndex();

  const find = (event_id: EventId): Entry | null => documents[indexOf.get(event_id) ?? -1] ?? null;

  function drop(event_id: EventId): void {
    const entry = find(event_id);
    if (!entry) return;
    indexOf.delete(event_id);
    documents[entry.documentIndex] = null;
    free.push(entry.documentIndex);
    vocabulary.remove(entry.event);
    words.remove(entry.documentIndex, entry.event);
  }

  return {
    documents,
    vocabulary,
    nameVenue: (venue_id) => venueNames.get(venue_id),
    search: words.search,
    set(event) {
      if (JSON.stringify(find(event.event_id)?.event) === JSON.stringify(event)) return;
      drop(event.event_id);
      const documentIndex = free.pop() ?? documents.length;
      documents[documentIndex] = toEntry(documentIndex, event, vocabulary);
      indexOf.set(event.event_id, documentIndex);
      venueNames.set(event.venue_id, event.venue_name);
      words.add(documentIndex, event);
    },
    drop,
  };
}
