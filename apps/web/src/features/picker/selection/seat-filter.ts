import type { SeatKind } from "~/features/hall/hall";
import { meetsNeed, type SeatNeed } from "~/features/hall/seat-features";

/** What the visitor looks for in a seat, whoever sits next to it. */
export type SeatFilter = {
  /** Seat types; empty for all. */
  keptTypes: ReadonlySet<number>;
  /** In the minor unit; null for any. */
  priceMax: number | null;
  /** What a seat must have. */
  needs: ReadonlySet<SeatNeed>;
};

/** What of a filter a seat does not meet. */
export type Mismatch = { by: "type" } | { by: "price" } | { by: "need"; need: SeatNeed };

export const emptyFilter: SeatFilter = { keptTypes: new Set(), priceMax: null, needs: new Set() };

/** The one rule of what matches: map, list, keys and suggestions follow it. `prices` in the minor unit, by seat type. */
export function listMismatches(filter: SeatFilter, kind: SeatKind, prices: readonly number[]): Mismatch[] {
  const { keptTypes, priceMax, needs } = filter;
  const isOtherType = keptTypes.size > 0 && !keptTypes.has(kind.type);
  const isDearer = priceMax !== null && (prices[kind.type] ?? 0) > priceMax;
  const unmet = [...needs].filter((need) => !meetsNeed(kind, need));
  return [
    ...(isOtherType ? [{ by: "type" } as const] : []),
    ...(isDearer ? [{ by: "price" } as const] : []),
    ...unmet.map((need) => ({ by: "need", need }) as const),
  ];
}

export const isFiltering = ({ keptTypes, priceMax, needs }: SeatFilter): boolean =>
  keptTypes.size + needs.size > 0 || priceMax !== null;

export const isSameFilter = (a: SeatFilter, b: SeatFilter): boolean =>
  a.keptTypes === b.keptTypes && a.priceMax === b.priceMax && a.needs === b.needs;

export function toggleType<F extends SeatFilter>(filter: F, type: number): F {
  return { ...filter, keptTypes: toggled(filter.keptTypes, type) };
}

export function toggleNeed<F extends SeatFilter>(filter: F, need: SeatNeed): F {
  return { ...filter, needs: toggled(filter.needs, need) };
}

function toggled<T>(before: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const after = new Set(before);
  if (!after.delete(value)) after.add(value);
  return after;
}
