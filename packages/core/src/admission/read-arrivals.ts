import type { EventId } from "../ids.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import { type Arrivals, arrivalsIn, toArrivals } from "./admission.table.ts";

/** Those of an event, earliest first: a few hundred small items, however large the hall. Throws UNAVAILABLE. */
export async function readArrivals(table: Table, event_id: EventId): Promise<Arrivals[]> {
  const arrivals: Arrivals[] = [];
  for await (const item of queryItems(table, { ...arrivalsIn(event_id), consistent: true }))
    arrivals.push(toArrivals(item));
  return arrivals;
}

/** How many are in, by a field of their arrival, in the order in which it occurs first; without those where nobody is. */
export function sumArrivals(arrivals: readonly Arrivals[], field: "at" | "gate"): Map<string, number> {
  const sums = new Map<string, number>();
  for (const arrival of arrivals)
    if (arrival.admitted > 0) sums.set(arrival[field], (sums.get(arrival[field]) ?? 0) + arrival.admitted);
  return sums;
}
