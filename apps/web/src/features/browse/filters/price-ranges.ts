import { formatMoney } from "@evently/core/format/format-money";

/** Amounts in the minor unit, "" for no bound. */
export type PriceRange = { price_min: string; price_max: string };

export const anyPrice: PriceRange = { price_min: "", price_max: "" };

/** Round amounts in the minor unit of any currency: 1, 2.5 and 5 times a power of ten. */
const steps = Array.from({ length: 12 }, (_, power) => [1, 2.5, 5].map((factor) => factor * 10 ** power)).flat();

/**
 * Ranges within the lowest and highest price: up to each round amount there, down to a tenth of the highest, and above the last
 * one.
 */
export function listPriceRanges({ min, max }: { min: number; max: number }): PriceRange[] {
  const between = steps.filter((step) => step >= min && step > max / 10 && step < max);
  const ranges = between.map((step) => ({ price_min: "", price_max: String(step) }));
  const last = between.at(-1);
  const free = min === 0 && max > 0 ? [{ price_min: "", price_max: "0" }] : [];
  return [...free, ...ranges, ...(last === undefined ? [] : [{ price_min: String(last + 1), price_max: "" }])];
}

/** The name of a range: "Up to US$50", "Above US$200", "US$20 to US$45", "Free"; no amount without a currency. */
export function namePriceRange({ price_min, price_max }: PriceRange, currency: string | null): string {
  if (currency === null) return price_min === "" && price_max === "" ? "Any price" : "Chosen prices";
  const format = (amount: number) => formatMoney(amount, currency);
  const min = Number(price_min);
  const max = Number(price_max);
  if (price_min !== "" && price_max !== "") return `${format(min)} to ${format(max)}`;
  if (price_max !== "") return max === 0 ? "Free" : `Up to ${format(max)}`;
  if (price_min === "") return "Any price";
  return steps.includes(min - 1) ? `Above ${format(min - 1)}` : `From ${format(min)}`;
}
