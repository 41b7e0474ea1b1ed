import { type Entry, type FacetField, facetFields, type Vocabularies } from "./catalogue-entry.ts";
import type { SearchEvents } from "./event.ts";

export type Filters = Omit<SearchEvents, "search" | "sort" | "limit" | "cursor">;

/** What an event does not fit: nothing, one field that a facet stands for, or more than any facet could make good. */
export type Misfit = FacetField | "price" | "nothing" | "much";

/** What each filter asks for, by number where it is a value; -1 is a value that no event has. */
export function prepareFilters(filters: Filters, vocabularies: Vocabularies): (entry: Entry) => Misfit {
  const wanted = toWanted(filters);
  const numbers = facetFields.flatMap((field) => {
    const value = wanted[field];
    return value ? [[field, vocabularies[field].find(value)] as const] : [];
  });
  const { start_date = "", end_date = "9999-12-31", price_min, price_max } = filters;
  const [lowest, highest] = [price_min ?? 0, price_max ?? Number.POSITIVE_INFINITY];
  const byPrice = price_min !== undefined || price_max !== undefined;
  return (entry) => {
    if (entry.date < start_date || entry.date > end_date) return "much";
    let misfit: Misfit = "nothing";
    for (const [field, number] of numbers) {
      if (entry[field].includes(number)) continue;
      if (misfit !== "nothing") return "much";
      misfit = field;
    }
    if (!byPrice || entry.prices.some((price) => price >= lowest && price <= highest)) return misfit;
    return misfit === "nothing" ? "price" : "much";
  };
}

/** The value that each facet's filter asks for. */
export function toWanted({ city, artist, tag, venue_id }: Filters): Record<FacetField, string | undefined> {
  return { cities: city, artists: artist, tags: tag, venues: venue_id };
}
