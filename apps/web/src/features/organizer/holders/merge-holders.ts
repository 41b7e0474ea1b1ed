import type { Holder } from "@evently/core/hold";

/** A holder, and what the listed connections of the wider network that it is in hold together, itself included. */
export type MergedHolder = Holder & { inWider: { seats: number; connections: number } | null };

/** The connections of several pages, each once, those with most seats first; a hold that moved between pages counts once. */
export function mergeHolders(pages: readonly { items: readonly Holder[] }[]): MergedHolder[] {
  const merged = new Map<string | null, Pick<Holder, "wider" | "holds">>();
  const seen = new Set<string>();
  for (const { connection, wider, holds } of pages.flatMap(({ items }) => items)) {
    const fresh = holds.filter(({ holding_id }) => !seen.has(holding_id));
    for (const { holding_id } of fresh) seen.add(holding_id);
    const known = merged.get(connection)?.holds ?? [];
    if (fresh.length > 0) merged.set(connection, { wider, holds: [...known, ...fresh] });
  }
  const holders = [...merged].map(([connection, { wider, holds }]) => ({
    ...{ connection, wider, holds },
    seats: sumSeats(holds),
  }));
  const ranked = holders.sort((a, b) => b.seats - a.seats);
  return ranked.map((holder) => {
    const inside = holder.wider === null ? [] : ranked.filter(({ wider }) => wider === holder.wider);
    return { ...holder, inWider: inside.length > 0 ? { seats: sumSeats(inside), connections: inside.length } : null };
  });
}

const sumSeats = (parts: readonly { seats: number }[]): number => parts.reduce((sum, { seats }) => sum + seats, 0);
