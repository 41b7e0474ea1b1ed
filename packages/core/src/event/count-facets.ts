import { type Entry, type FacetField, facetFields, type Vocabularies } from "./catalogue-entry.ts";
import type { Facets, FacetValue } from "./event.ts";
import type { Misfit } from "./match-entries.ts";
import { takeFirst } from "./take-first.ts";

const mostValues = 50;

type Counter = {
  add(entry: Entry, misfit: Misfit): void;
  facets(wanted: Record<FacetField, string | undefined>, nameVenue: (venue_id: string) => string | undefined): Facets;
};

/** Counts every entry in those facets whose own filter is the only one that it may not fit. */
export function countFacets(vocabularies: Vocabularies): Counter {
  const counts = Object.fromEntries(
    facetFields.map((field) => [field, new Uint32Array(vocabularies[field].size())]),
  ) as Record<FacetField, Uint32Array>;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;

  function list(field: FacetField, wanted: string | undefined): FacetValue[] {
    const vocabulary = vocabularies[field];
    const chosen = wanted ? vocabulary.find(wanted) : -1;
    const count = (number: number) => counts[field][number] ?? 0;
    const byName = (a: number, b: number) => (vocabulary.folded(a) < vocabulary.folded(b) ? -1 : 1);
    const numbers: number[] = [];
    counts[field].forEach((found, number) => {
      if (found > 0) numbers.push(number);
    });
    const first = takeFirst(numbers, mostValues, (a, b) => count(b) - count(a) || byName(a, b));
    if (chosen >= 0 && !first.includes(chosen)) first.splice(mostValues - 1, 1, chosen);
    const values = first.map((number) => ({ value: vocabulary.spell(number) || (wanted ?? ""), count: count(number) }));
    return wanted && chosen < 0 ? [...values.slice(0, mostValues - 1), { value: wanted, count: 0 }] : values;
  }

  return {
    add(entry, misfit) {
      if (misfit === "much") return;
      for (const field of facetFields) {
        if (misfit !== "nothing" && misfit !== field) continue;
        const of = counts[field];
        for (const number of entry[field]) of[number] = (of[number] ?? 0) + 1;
      }
      if (misfit !== "nothing" && misfit !== "price") return;
      min = Math.min(min, entry.price_min);
      max = Math.max(max, entry.price_max);
    },
    facets(wanted, nameVenue) {
      return {
        cities: list("cities", wanted.cities),
        artists: list("artists", wanted.artists),
        tags: list("tags", wanted.tags),
        venues: list("venues", wanted.venues).map((venue) => {
          const label = nameVenue(venue.value);
          return label === undefined ? venue : { ...venue, label };
        }),
        price: min <= max ? { min, max } : null,
      };
    },
  };
}
