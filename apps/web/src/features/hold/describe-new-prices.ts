import { formatMoney } from "@evently/core/format/format-money";

export type PricedSeat = { seat: string; seat_type: string; price: number };

/**
 * "The price of Premium is now US$99; it was US$79 when you chose." A sentence for each seat type that costs something else
 * than when its seats were chosen.
 */
export function describeNewPrices(
  lines: readonly PricedSeat[],
  chosenAt: (seat: string) => number | undefined,
  currency: string,
): string {
  const sentences = lines.flatMap(({ seat, seat_type, price }) => {
    const before = chosenAt(seat) ?? price;
    const [now, then] = [price, before].map((amount) => formatMoney(amount, currency));
    return before === price ? [] : `The price of ${seat_type} is now ${now}; it was ${then} when you chose.`;
  });
  return [...new Set(sentences)].join(" ");
}
