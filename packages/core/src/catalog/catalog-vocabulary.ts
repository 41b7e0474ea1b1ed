import type { EventCard } from "../event/event.ts";
import { bytesOfText } from "../text/bytes-of-text.ts";
import { fold } from "../text/fold.ts";
import { bytesOf } from "../words/estimate-bytes.ts";

/** The fields filtered and counted by value; a venue's value is its id. */
export const facetFields = ["cities", "artists", "tags", "venues"] as const;
export type FacetField = (typeof facetFields)[number];

/** A value of a field, regardless of spelling; `spellings` counts those in use. */
type Value = { field: FacetField; folded: string; spellings: Map<string, number> };

/** Numbers all values of all fields in one sequence, so that events are compared and counted by number. */
export type Vocabulary = {
  /** The estimated size of all values. */
  bytes(): number;
  /** An exclusive upper bound of all numbers. */
  size(): number;
  /** -1 for an unknown value. */
  find(field: FacetField, value: string): number;
  /** The numbers of an event's values, without duplicates; new values get new numbers. */
  add(event: EventCard): number[];
  /** Reverts one `add`; the number of a value no longer in use may be reused. */
  remove(event: EventCard): void;
  valueOf(number: number): Value | undefined;
};

export function createVocabulary(): Vocabulary {
  const numbers = nothingNumbered();
  const values: (Value | null)[] = [];
  const free: number[] = [];
  let bytes = 0;

  function give(field: FacetField, folded: string): number {
    const number = free.pop() ?? values.length;
    values[number] = { field, folded, spellings: new Map() };
    numbers[field].set(folded, number);
    bytes += bytesOf.value + bytesOfText(folded);
    return number;
  }

  function add(field: FacetField, spelling: string): number {
    const folded = fold(spelling);
    const number = numbers[field].get(folded) ?? give(field, folded);
    const value = values[number];
    if (value && countSpelling(value, spelling)) bytes += bytesOf.spelling;
    return number;
  }

  function remove(field: FacetField, spelling: string): void {
    const folded = fold(spelling);
    const number = numbers[field].get(folded) ?? -1;
    const value = values[number];
    if (!value) return;
    if (dropSpelling(value, spelling)) bytes -= bytesOf.spelling;
    if (value.spellings.size > 0) return;
    numbers[field].delete(folded);
    bytes -= bytesOf.value + bytesOfText(folded);
    values[number] = null;
    free.push(number);
  }

  return {
    bytes: () => bytes,
    size: () => values.length,
    find: (field, value) => numbers[field].get(fold(value)) ?? -1,
    add: (event) => [...new Set(spellingsOf(event).map(([field, spelling]) => add(field, spelling)))],
    remove(event) {
      for (const [field, spelling] of spellingsOf(event)) remove(field, spelling);
    },
    valueOf: (number) => values[number] ?? undefined,
  };
}

const nothingNumbered = (): Record<FacetField, Map<string, number>> => ({
  cities: new Map(),
  artists: new Map(),
  tags: new Map(),
  venues: new Map(),
});

/** Whether it is a new one. */
function countSpelling({ spellings }: Value, spelling: string): boolean {
  const count = spellings.get(spelling) ?? 0;
  spellings.set(spelling, count + 1);
  return count === 0;
}

/** Whether it is no longer in use. */
function dropSpelling({ spellings }: Value, spelling: string): boolean {
  const count = spellings.get(spelling) ?? 0;
  if (count > 1) spellings.set(spelling, count - 1);
  return count <= 1 && spellings.delete(spelling);
}

/** The most frequent spelling; ties are broken alphabetically. */
export function pickSpelling({ spellings }: Value): string {
  let best = "";
  let most = 0;
  for (const [spelling, count] of spellings) {
    if (count < most || (count === most && spelling > best)) continue;
    best = spelling;
    most = count;
  }
  return best;
}

function spellingsOf({ city, artists, tags, venue_id }: EventCard): [FacetField, string][] {
  return [
    ["cities", city],
    ...artists.map((artist): [FacetField, string] => ["artists", artist]),
    ...tags.map((tag): [FacetField, string] => ["tags", tag]),
    ["venues", venue_id],
  ];
}
