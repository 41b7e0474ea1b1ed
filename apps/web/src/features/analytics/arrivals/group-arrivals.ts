import type { EventReport } from "@evently/core/analytics";

type Arrival = EventReport["arrivals"][number];

const minutes = [5, 10, 15, 30, 60, 180];
/** More rows are no picture any more. */
const mostRows = 12;

/** A span of time and how many came in it; ISO 8601. */
export type Span = { at: string; to: string; admitted: number };

/** The same people by the shortest span of time in which they are few rows; spans in which nobody came are left out. */
export function groupArrivals(arrivals: readonly Arrival[]): Span[] {
  let rows: Span[] = [];
  for (const span of minutes) {
    rows = groupBy(arrivals, span * 60_000);
    if (rows.length <= mostRows) return rows;
  }
  return rows;
}

function groupBy(arrivals: readonly Arrival[], milliseconds: number): Span[] {
  const sums = new Map<number, number>();
  for (const { at, admitted } of arrivals) {
    const instant = Date.parse(at);
    const from = instant - (instant % milliseconds);
    sums.set(from, (sums.get(from) ?? 0) + admitted);
  }
  return [...sums]
    .toSorted(([a], [b]) => a - b)
    .map(([from, admitted]) => ({ at: toIso(from), to: toIso(from + milliseconds), admitted }));
}

const toIso = (at: number): string => new Date(at).toISOString();
