import type { TypeCount } from "../venue/count-types";

/** Percent of the seats sold. */
export const fillRates = [60, 80, 100] as const;

/**
 * The revenue when so much of each seat type is sold, in the minor unit, rounded; null while a type with seats has no price.
 */
export function countRevenue(
  counts: readonly TypeCount[],
  amounts: Readonly<Record<string, number>>,
  percent: number,
): number | null {
  const sold = counts.filter(({ count }) => count > 0);
  if (sold.some(({ seat_type }) => amounts[seat_type] === undefined)) return null;
  const full = sold.reduce((sum, { seat_type, count }) => sum + count * (amounts[seat_type] ?? 0), 0);
  return Math.round((full * percent) / 100);
}
