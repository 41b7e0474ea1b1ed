import { type Entry, toDateNumber } from "../catalog/catalog-entry.ts";
import { type FacetField, facetFields, type Vocabulary } from "../catalog/catalog-vocabulary.ts";
import type { SearchEvents } from "./search.ts";

export type Filters = Omit<SearchEvents, "search" | "sort" | "limit" | "cursor">;

/** What excludes an event: nothing, a single filter, or more than changing one could fix. */
export type Misfit = FacetField | "dates" | "price" | "nothing" | "much";

/** Tests an event against the filters, all of which must match; prices are those of one currency, null for any. */
export function matchEntries(
  filters: Filters,
  vocabulary: Vocabulary,
  currency: string | null,
): (entry: Entry) => Misfit {
  const wanted = wantedValues(filters);
  const chosen = facetFields
    .filter((field) => wanted[field] !== "")
    .map((field) => ({ field, number: vocabulary.find(field, wanted[field]) }));
  const { start_date, end_date, price_min, price_max } = filters;
  const isAnyPrice = price_min === undefined && price_max === undefined;
  const from = start_date ? toDateNumber(start_date) : Number.NEGATIVE_INFINITY;
  const to = end_date ? toDateNumber(end_date) : Number.POSITIVE_INFINITY;
  const lowest = price_min ?? Number.NEGATIVE_INFINITY;
  const highest = price_max ?? Number.POSITIVE_INFINITY;
  return (entry) => {
    let misfit: Misfit = entry.lastDate < from || entry.date > to ? "dates" : "nothing";
    for (const { field, number } of chosen) {
      if (entry.values.includes(number)) continue;
      if (misfit !== "nothing") return "much";
      misfit = field;
    }
    if (isAnyPrice) return misfit;
    const isComparable = currency === null || entry.event.currency === currency;
    if (isComparable && entry.prices.some((price) => price >= lowest && price <= highest)) return misfit;
    return misfit === "nothing" ? "price" : "much";
  };
}

/** The value that each field's filter selects. */
export function wantedValues({ city, artist, tag, venue_id }: Partial<SearchEvents>): Record<FacetField, string> {
  return { cities: city ?? "", artists: artist ?? "", tags: tag ?? "", venues: venue_id ?? "" };
}
