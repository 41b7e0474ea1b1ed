import type { Entry } from "../catalog/catalog-entry.ts";
import type { Vocabulary } from "../catalog/catalog-vocabulary.ts";
import { countCurrencies } from "./count-currencies.ts";
import { type Filters, matchEntries } from "./match-entries.ts";

/**
 * The currency of a price range: the one asked for, else the most frequent among the events that match everything but
 * the price, else among all; null without a price range or without events.
 */
export function pickCurrency(
  { price_min, price_max, ...filters }: Filters,
  vocabulary: Vocabulary,
  eachUpcoming: (visit: (entry: Entry, row: number) => void) => void,
  isFound: (entry: Entry) => boolean,
): string | null {
  if (price_min === undefined && price_max === undefined) return null;
  if (filters.currency !== undefined) return filters.currency;
  const misfitOf = matchEntries(filters, vocabulary, null);
  const [matching, all] = [countCurrencies(), countCurrencies()];
  eachUpcoming((entry, row) => {
    all.add(entry, row);
    if (isFound(entry) && misfitOf(entry) === "nothing") matching.add(entry, row);
  });
  return matching.most() ?? all.most();
}
