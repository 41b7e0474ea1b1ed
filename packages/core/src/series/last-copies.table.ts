import { EventId, type SeriesId } from "../ids.ts";
import { put } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Action } from "../table/transact.ts";

/** The first of the copies of a series that were decided last, by which their job is named; null before any were. */
export async function readLastCopies(table: Table, series_id: SeriesId): Promise<EventId | null> {
  const item = await readItem(table, keys.lastCopies(series_id));
  return item && EventId.parse(item.first);
}

/** Copies as read -> those from `first` on: fails its transaction once others were decided since. */
export function putLastCopies(series_id: SeriesId, read: EventId | null, first: EventId): Action {
  const item = { ...keys.lastCopies(series_id), first };
  if (read === null) return put({ put: item, condition: "attribute_not_exists(pk)" });
  return put({ put: item, condition: "#first = :read", names: { "#first": "first" }, values: { ":read": read } });
}
