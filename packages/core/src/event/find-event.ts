import type { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { type StoredEvent, toStoredEvent } from "./event.table.ts";

/** Consistent read; null if the event doesn't exist. */
export async function findEvent(table: Table, event_id: EventId): Promise<StoredEvent | null> {
  const item = await readItem(table, keys.event(event_id));
  return item ? toStoredEvent(item) : null;
}
