import type { EventCard } from "../event/event.ts";
import type { EventId } from "../ids.ts";
import { type Entry, toEntry } from "./catalog-entry.ts";
import { createVocabulary, type Vocabulary } from "./catalog-vocabulary.ts";
import { createWordIndex, type WordIndex } from "./word-index.ts";

/** Events in memory as filters, facets and texts find them. */
export type IndexedEvents = {
  /** Every event by its slot; a slot may be empty. */
  slots: readonly (Entry | null)[];
  /** What the numbers in the entries stand for. */
  vocabulary: Vocabulary;
  nameVenue(venue_id: string): string | undefined;
  /** By slot, see word-index.ts. */
  search: WordIndex["search"];
  /** Adds an event or takes over how it changed. */
  set(event: EventCard): void;
  drop(event_id: EventId): void;
};

export function indexEvents(): IndexedEvents {
  const slots: (Entry | null)[] = [];
  const free: number[] = [];
  const slotOf = new Map<string, number>();
  const vocabulary = createVocabulary();
  const venueNames = new Map<string, string>();
  const words = createWordIndex();

  const find = (event_id: EventId): Entry | null => slots[slotOf.get(event_id) ?? -1] ?? null;

  function drop(event_id: EventId): void {
    const entry = find(event_id);
    if (!entry) return;
    slotOf.delete(event_id);
    slots[entry.slot] = null;
    free.push(entry.slot);
    vocabulary.remove(entry.event);
    words.remove(entry.slot, entry.event);
  }

  return {
    slots,
    vocabulary,
    nameVenue: (venue_id) => venueNames.get(venue_id),
    search: words.search,
    set(event) {
      if (JSON.stringify(find(event.event_id)?.event) === JSON.stringify(event)) return;
      drop(event.event_id);
      const slot = free.pop() ?? slots.length;
      slots[slot] = toEntry(slot, event, vocabulary);
      slotOf.set(event.event_id, slot);
      venueNames.set(event.venue_id, event.venue_name);
      words.add(slot, event);
    },
    drop,
  };
}
