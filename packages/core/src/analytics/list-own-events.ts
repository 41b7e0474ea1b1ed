import type { Core } from "../core.ts";
import { type StoredEvent, toStoredEvent } from "../event/event.table.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";

/** Ids of an organizer's events, drafts too, newest first. Throws UNAVAILABLE. */
export async function listOwnEventIds(core: Core, user_id: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { sk } of queryItems(core.table, { partition: user_id, below: "event.", consistent: true }))
    ids.push(String(sk));
  return ids.sort((a, b) => numberOf(b) - numberOf(a));
}

/** The number in an event's id: ids of more digits sort wrongly as text. */
export const numberOf = (event_id: string): number => Number(event_id.slice("event-".length));

/** An event, and the counters on its item: they lag the lanes by about a second. */
export type CountedEvent = { event: StoredEvent; item: Item };

/** These events as they are stored, in the same order. Throws UNAVAILABLE. */
export async function readEvents(core: Core, ids: readonly string[]): Promise<CountedEvent[]> {
  const items = await readItems(core.table, ids.map(keys.event));
  const found = new Map(items.map((item) => [String(item.pk), { event: toStoredEvent(item), item }]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
