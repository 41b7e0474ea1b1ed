import type { EventId } from "../ids.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import { type Arrivals, arrivalsIn, toArrivals } from "./admission.table.ts";

/** Those of an event, earliest first: a few hundred small items, however large the hall. Throws UNAVAILABLE. */
export async function readArrivals(table: Table, event_id: EventId): Promise<Arrivals[]> {
  const arrivals: Arrivals[] = [];
  for await (const item of queryItems(table, { ...arrivalsIn(event_id), consistent: true })) {
    const read = toArrivals(item);
    if (read.admitted > 0) arrivals.push(read);
  }
  return arrivals;
}

/** How many are in, by a field of their arrival, in the order in which it occurs first. */
export function sumArrivals(arrivals: readonly Arrivals[], field: "at" | "gate"): Map<string, number> {
  const sums = new Map<string, number>();
  for (const arrival of arrivals) sums.set(arrival[field], (sums.get(arrival[field]) ?? 0) + arrival.admitted);
  return sums;
}
