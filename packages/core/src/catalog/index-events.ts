import type { EventCard } from "../event/event.ts";
import type { EventId } from "../ids.ts";
import { bytesOf, bytesOfEvent } from "../words/estimate-bytes.ts";
import { createWordIndex, type WordIndex } from "../words/word-index.ts";
import { type Entry, toEntry } from "./catalog-entry.ts";
import { createVocabulary, type Vocabulary } from "./catalog-vocabulary.ts";

/** Events in memory, indexed for filters, facets and text search. */
export type IndexedEvents = {
  /** Events by document index; an index may be unused. */
  documents: readonly (Entry | null)[];
  /** The values behind the numbers in the entries. */
  vocabulary: Vocabulary;
  count(): number;
  /** The estimated size of all of it. */
  bytes(): number;
  /** What an event would take without others, which share words and values with it. */
  sizeOf(documentIndex: number): number;
  nameVenue(venue_id: string): string | undefined;
  /** By document index, see word-index.ts. */
  search: WordIndex["search"];
  /** Adds or updates an event. */
  set(event: EventCard): void;
  drop(event_id: EventId): void;
};

/** Without `words` nothing is found by text. */
export function indexEvents(words: WordIndex | null = createWordIndex()): IndexedEvents {
  const documents: (Entry | null)[] = [];
  const sizes: number[] = [];
  const free: number[] = [];
  const indexOf = new Map<string, number>();
  const vocabulary = createVocabulary();
  const venueNames = new Map<string, string>();
  let eventBytes = 0;

  const find = (event_id: EventId): Entry | null => documents[indexOf.get(event_id) ?? -1] ?? null;

  function drop(event_id: EventId): void {
    const entry = find(event_id);
    if (!entry) return;
    indexOf.delete(event_id);
    documents[entry.documentIndex] = null;
    eventBytes -= bytesOfEvent(entry.event);
    free.push(entry.documentIndex);
    vocabulary.remove(entry.event);
    const { venue_id } = entry.event;
    if (vocabulary.find("venues", venue_id) < 0) venueNames.delete(venue_id);
    words?.remove(entry.documentIndex, entry.event);
  }

  return {
    documents,
    vocabulary,
    count: () => indexOf.size,
    bytes: () => eventBytes + vocabulary.bytes() + (words?.bytes() ?? 0),
    sizeOf: (documentIndex) => sizes[documentIndex] ?? 0,
    nameVenue: (venue_id) => venueNames.get(venue_id),
    search: (text) => words?.search(text) ?? null,
    set(event) {
      if (JSON.stringify(find(event.event_id)?.event) === JSON.stringify(event)) return;
      drop(event.event_id);
      const documentIndex = free.at(-1) ?? documents.length;
      const entry = toEntry(documentIndex, event, vocabulary);
      documents[documentIndex] = entry;
      free.pop();
      eventBytes += bytesOfEvent(event);
      indexOf.set(event.event_id, documentIndex);
      venueNames.set(event.venue_id, event.venue_name);
      const ofWords = words?.add(documentIndex, event) ?? 0;
      sizes[documentIndex] = bytesOfEvent(event) + entry.values.length * (bytesOf.value + bytesOf.spelling) + ofWords;
    },
    drop,
  };
}
