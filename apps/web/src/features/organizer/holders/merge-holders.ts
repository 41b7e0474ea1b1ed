import type { Holder } from "@evently/core/hold";

/** The connections of several pages, each once, those with most seats first; a hold that moved between pages counts once. */
export function mergeHolders(pages: readonly { items: readonly Holder[] }[]): Holder[] {
  const merged = new Map<string | null, Holder["holds"]>();
  const seen = new Set<string>();
  for (const { connection, holds } of pages.flatMap(({ items }) => items)) {
    const fresh = holds.filter(({ holding_id }) => !seen.has(holding_id));
    for (const { holding_id } of fresh) seen.add(holding_id);
    if (fresh.length > 0) merged.set(connection, [...(merged.get(connection) ?? []), ...fresh]);
  }
  const holders = [...merged].map(([connection, holds]) => ({
    ...{ connection, holds },
    seats: holds.reduce((sum, { seats }) => sum + seats, 0),
  }));
  return holders.sort((a, b) => b.seats - a.seats);
}
