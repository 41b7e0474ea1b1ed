import { formatMoney } from "~/ui/format/format-money";

/** Amounts in the minor unit, "" for no bound. */
export type PriceRange = { price_min: string; price_max: string };

export const anyPrice: PriceRange = { price_min: "", price_max: "" };

/** Where one range ends and the next begins: round budgets in the minor unit. */
const steps = [25, 50, 100, 200, 400, 800].map((hundreds) => hundreds * 100);

/** Ranges within the lowest and highest price: up to each step, and above the last one. */
export function listPriceRanges({ min, max }: { min: number; max: number }): PriceRange[] {
  const between = steps.filter((step) => step >= min && step < max);
  const ranges = between.map((step) => ({ price_min: "", price_max: String(step) }));
  const last = between.at(-1);
  const free = min === 0 && max > 0 ? [{ price_min: "", price_max: "0" }] : [];
  return [...free, ...ranges, ...(last === undefined ? [] : [{ price_min: String(last + 1), price_max: "" }])];
}

/** The name of a range: "Up to $50", "Above $200", "$20 to $45", "Free"; no amount without a currency. */
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
