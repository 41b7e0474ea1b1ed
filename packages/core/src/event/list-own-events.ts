import type { EventId, OwnerId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { type StoredEvent, toStoredEvent } from "./event.table.ts";

/** Ids of the events of these owners, including drafts, newest first. Throws UNAVAILABLE. */
export async function listOwnEventIds(table: Table, owners: readonly OwnerId[]): Promise<EventId[]> {
  const ids: EventId[] = [];
  for (const partition of owners)
    for await (const { sk } of queryItems(table, { partition, below: "event.", consistent: true }))
      if (String(sk).startsWith("event-")) ids.push(sk as EventId);
  return ids.sort((a, b) => numberOf(b) - numberOf(a));
}

/**
 * The number in an id such as event-00001. Ids have to be sorted by it: as text, ids with more digits would sort
 * wrongly.
 */
export const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf("-") + 1));

/** An event with its item, whose counters lag the counter shards by about a second. */
export type CountedEvent = { event: StoredEvent; item: Item };

/** Throws UNAVAILABLE. Keeps the order of `ids`. */
export async function readEvents(table: Table, ids: readonly EventId[]): Promise<CountedEvent[]> {
  const items = await readItems(table, ids.map(keys.event));
  const found = new Map(items.map((item) => [String(item.pk), { event: toStoredEvent(item), item }]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
