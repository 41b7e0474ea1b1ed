import type { Entry } from "../catalog/catalog-entry.ts";
import { type FacetField, facetFields, pickSpelling, type Vocabulary } from "../catalog/catalog-vocabulary.ts";
import { topK } from "../top-k.ts";
import type { Misfit } from "./match-entries.ts";
import type { Facets, FacetValue } from "./search.ts";

const mostValues = 50;

type Counter = {
  /** The entries of a row come in sequence, and a row counts once for each value. */
  add(entry: Entry, misfit: Misfit, row: number): void;
  /** `wanted` are the selected values, "" if none. */
  facets(
    wanted: Record<FacetField, string>,
    nameVenue: (venue_id: string) => string | undefined,
  ): Pick<Facets, FacetField>;
};

/** Counts every entry in each facet whose own filter is the only one it may fail. */
export function countFacets(vocabulary: Vocabulary): Counter {
  const counts = new Uint32Array(vocabulary.size());
  const lastRow = new Uint32Array(vocabulary.size());

  function countValues({ values }: Entry, field: FacetField | null, row: number): void {
    for (const number of values) {
      if (lastRow[number] === row || (field !== null && vocabulary.valueOf(number)?.field !== field)) continue;
      lastRow[number] = row;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }

  const countOf = (number: number): number => counts[number] ?? 0;
  const nameOf = (number: number): string => vocabulary.valueOf(number)?.folded ?? "";
  const byCount = (a: number, b: number) => countOf(b) - countOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1);

  function list(field: FacetField, numbers: number[], wanted: string): FacetValue[] {
    const chosen = wanted === "" ? null : vocabulary.find(field, wanted);
    const first = topK(numbers, mostValues, byCount);
    if (chosen !== null && !first.includes(chosen)) first.splice(mostValues - 1, 1, chosen);
    return first.map((number) => {
      const value = vocabulary.valueOf(number);
      return { value: (value && pickSpelling(value)) || wanted, count: countOf(number) };
    });
  }

  return {
    add(entry, misfit, row) {
      if (misfit === "nothing") countValues(entry, null, row);
      else if (misfit !== "much" && misfit !== "price" && misfit !== "dates") countValues(entry, misfit, row);
    },
    facets(wanted, nameVenue) {
      const found: Record<FacetField, number[]> = { cities: [], artists: [], tags: [], venues: [] };
      for (const [number, count] of counts.entries()) {
        const value = count > 0 ? vocabulary.valueOf(number) : undefined;
        if (value) found[value.field].push(number);
      }
      const lists = Object.fromEntries(
        facetFields.map((field) => [field, list(field, found[field], wanted[field])]),
      ) as Record<FacetField, FacetValue[]>;
      const venues = lists.venues.map((venue) => ({ ...venue, label: nameVenue(venue.value) ?? venue.value }));
      return { ...lists, venues };
    },
  };
}
