import type { EventReport } from "@evently/core/analytics";

type Arrival = EventReport["arrivals"][number];

const minutes = [5, 10, 15, 30, 60, 180];
/** More rows are no picture any more. */
const mostRows = 12;

/** The same people by the shortest span of time in which they are few rows; spans in which nobody came are left out. */
export function groupArrivals(arrivals: readonly Arrival[]): Arrival[] {
  let rows: Arrival[] = [...arrivals];
  for (const span of minutes) {
    rows = groupBy(arrivals, span * 60_000);
    if (rows.length <= mostRows) return rows;
  }
  return rows;
}

function groupBy(arrivals: readonly Arrival[], milliseconds: number): Arrival[] {
  const sums = new Map<number, number>();
  for (const { at, admitted } of arrivals) {
    const instant = Date.parse(at);
    const from = instant - (instant % milliseconds);
    sums.set(from, (sums.get(from) ?? 0) + admitted);
  }
  return [...sums]
    .toSorted(([a], [b]) => a - b)
    .map(([from, admitted]) => ({ at: new Date(from).toISOString(), admitted }));
}
