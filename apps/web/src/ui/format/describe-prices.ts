import { formatMoney } from "./format-money";

type Prices = { price_min: number; price_max: number; currency: string };

/** What an event costs: "Free", "US$20", "from US$20". */
export function describePrices({ price_min, price_max, currency }: Prices): string {
  if (price_max === 0) return "Free";
  const lowest = formatMoney(price_min, currency);
  return price_min < price_max ? `from ${lowest}` : lowest;
}
