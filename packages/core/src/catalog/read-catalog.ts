import { endTime } from "../event/event.rules.ts";
import { changeKept, isListedItem, toEventCard } from "../event/event.table.ts";
import type { EventCard } from "../event/event.ts";
import type { EventId } from "../ids.ts";
import { catalogChanges, keys } from "../table/keys.ts";
import { countItems, queryItems, queryPage, queryPages } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";

/** Events read at once: few, so that unpacking them doesn't delay other requests. */
export const portion = 200;

/** Where the index lists an event: by its start, then by its id. As text, as the table compares it. */
export const placeOf = ({ start_time, event_id }: Pick<EventCard, "start_time" | "event_id">): string =>
  `${start_time}#${event_id}`;

export const hasEnded = (event: EventCard, now: number): boolean => Date.parse(endTime(event)) <= now * 1000;

/** The published events from a place on, page by page. */
export const pageListed = (table: Table, from: string) =>
  queryPages(table, { index: "catalog", partition: "event", from, limit: portion });

/** In megabytes of events: counting holds up what follows the changes. */
const mostCounted = 250;

/** How many there are from a place on, or at least are. */
export const countListed = (table: Table, from: string): Promise<number> =>
  countItems(table, { index: "catalog", partition: "event", from }, mostCounted);

/** The event of each change since `from` (epoch seconds), by the change's own key. */
export async function readLog(table: Table, from: number): Promise<Map<string, EventId>> {
  const log = new Map<string, EventId>();
  for await (const { sk, event_id } of queryItems(table, { partition: catalogChanges, from: toInstant(from) }))
    log.set(String(sk), event_id as EventId);
  return log;
}

/** Whether the log reaches back that many seconds, with the time that clocks may differ on both ends. */
export const isInLog = (seconds: number, overlap: number): boolean => seconds <= changeKept - 2 * overlap;

export async function readById(table: Table, event_ids: EventId[]): Promise<Map<EventId, Item>> {
  const items = await readItems(table, event_ids.map(keys.event));
  return new Map(items.map((item) => [item.pk as EventId, item]));
}

/** Those that were made last, of so many events that a page of them is a shared read of some 10 ms. */
const mostOfGroup = 500;

/** Of the events that a partition lists, such as a venue's. */
export async function readPublished(table: Table, partition: string): Promise<EventCard[]> {
  const query = { partition, attributes: ["sk"], newestFirst: true, limit: mostOfGroup };
  const { items } = await queryPage(table, query);
  const events = await readItems(
    table,
    items.map(({ sk }) => keys.event(sk as EventId)),
  );
  return events.filter(isListedItem).flatMap((item) => readCard(item) ?? []);
}

/** Null for what no version of this program wrote: one such row must not keep a process from starting. */
export function readCard(item: Item): EventCard | null {
  try {
    const event = toEventCard(item);
    endTime(event);
    return event;
  } catch {
    return null;
  }
}
