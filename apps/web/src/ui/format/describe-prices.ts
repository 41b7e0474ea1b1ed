import { formatMoney } from "@evently/core/format/format-money";

type Prices = { price_min: number; price_max: number; currency: string };

/** What an event costs: "Free", "US$20", "from US$20", "free to US$20". */
export function describePrices({ price_min, price_max, currency }: Prices): string {
  if (price_min === 0 && price_max > 0) return `free to ${formatMoney(price_max, currency)}`;
  return price_min < price_max ? `from ${formatMoney(price_min, currency)}` : describePrice(price_max, currency);
}

/** What one seat costs: "Free", "US$20". */
export const describePrice = (amount: number, currency: string): string =>
  amount === 0 ? "Free" : formatMoney(amount, currency);
