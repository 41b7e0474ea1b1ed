import type { Entry } from "../catalog/catalog-entry.ts";
import type { Facets } from "./search.ts";

type Range = { currency: string; count: number; lastRow: number; min: number; max: number };

export type CurrencyCounter = {
  /** The entries of a row come in sequence, and a row counts once for each currency. */
  add(entry: Entry, row: number): void;
  /** The most frequent one, ties in alphabetical order; null without events. */
  most(): string | null;
  /** `wanted` is the currency asked for, if any. */
  facets(wanted: string | undefined): Pick<Facets, "currencies" | "price">;
};

/** Counts events by currency, each with its range of prices: amounts of different currencies are never compared. */
export function countCurrencies(): CurrencyCounter {
  const ranges = new Map<string, Range>();
  /** Neighbors mostly have the same currency. */
  let last: Range | null = null;

  function rangeOf(currency: string): Range {
    if (last?.currency === currency) return last;
    const none = { currency, count: 0, lastRow: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY };
    last = ranges.get(currency) ?? none;
    ranges.set(currency, last);
    return last;
  }

  const byCount = (a: Range, b: Range) => b.count - a.count || (a.currency < b.currency ? -1 : 1);
  const most = () => [...ranges.values()].sort(byCount)[0]?.currency ?? null;

  return {
    add({ event, price_min, price_max }, row) {
      const range = rangeOf(event.currency);
      if (range.lastRow !== row) range.count++;
      range.lastRow = row;
      if (price_min < range.min) range.min = price_min;
      if (price_max > range.max) range.max = price_max;
    },
    most,
    facets(wanted) {
      const listed = [...ranges.values()].sort(byCount).map(({ currency, count }) => ({ value: currency, count }));
      const isListed = wanted === undefined || ranges.has(wanted);
      const range = ranges.get(wanted ?? most() ?? "");
      return {
        currencies: isListed ? listed : [...listed, { value: wanted, count: 0 }],
        price: range ? { min: range.min, max: range.max, currency: range.currency } : null,
      };
    },
  };
}
