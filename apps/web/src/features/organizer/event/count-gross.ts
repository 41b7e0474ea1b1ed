import type { TypeCount } from "../venue/count-types";

/** How full a house is looked at, percent. */
export const fillings = [60, 80, 100] as const;

/**
 * What a house brings in when so much of each seat type is sold, in the minor unit, to the nearest; null while a type that
 * has seats has no price.
 */
export function countGross(
  counts: readonly TypeCount[],
  amounts: Readonly<Record<string, number>>,
  percent: number,
): number | null {
  const sold = counts.filter(({ count }) => count > 0);
  if (sold.some(({ seat_type }) => amounts[seat_type] === undefined)) return null;
  const full = sold.reduce((sum, { seat_type, count }) => sum + count * (amounts[seat_type] ?? 0), 0);
  return Math.round((full * percent) / 100);
}
