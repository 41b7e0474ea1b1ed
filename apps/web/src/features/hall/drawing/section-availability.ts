import type { HallSection } from "../hall";
import type { SeatSource } from "./seat-source";

/** What a section has left: free seats, and the type of the cheapest of them; null where nothing is left. */
export type SectionAvailability = { left: number; cheapest: number | null };

/** Counts a section's free seats that are looked for; `prices` in the minor unit, by seat type. */
export function sectionAvailability(
  source: SeatSource,
  section: HallSection,
  prices: readonly number[],
): SectionAvailability {
  const { hall } = source;
  let left = 0;
  let cheapest: number | null = null;
  for (const number of section.rows) {
    for (const index of hall.rows[number]?.seats ?? []) {
      if (!source.isFree(index) || source.isDimmed(index)) continue;
      left++;
      const type = hall.types[index] ?? 0;
      if (cheapest === null || (prices[type] ?? 0) < (prices[cheapest] ?? 0)) cheapest = type;
    }
  }
  return { left, cheapest };
}
