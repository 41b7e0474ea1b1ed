import type { Sheet } from "../rules/index-sheet";
import type { FindEntered } from "../rules/judge-offline";

export type SectionCount = { section: string; admitted: number; expected: number };

/** How many are in and expected in each section, in the order of their names. */
export function countSections({ tickets }: Sheet, findEntered: FindEntered): SectionCount[] {
  const counts = new Map<string, SectionCount>();
  for (const ticket of tickets) {
    const { section } = ticket;
    const count = counts.get(section) ?? { section, admitted: 0, expected: 0 };
    count.expected += 1;
    count.admitted += Number(findEntered(ticket) !== null);
    counts.set(section, count);
  }
  return [...counts.values()].sort((a, b) => byName.compare(a.section, b.section));
}

const byName = new Intl.Collator("en", { numeric: true });
