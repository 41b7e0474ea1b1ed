import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { readEvents } from "../event/list-own-events.ts";
import type { EventId, SeriesId } from "../ids.ts";
import { queryItems } from "../table/query-items.ts";

/** Every date of a series, drafts and cancelled ones too, earliest first. Throws UNAVAILABLE. */
export async function listDates(core: Core, series_id: SeriesId): Promise<StoredEvent[]> {
  const ids: EventId[] = [];
  for await (const { sk } of queryItems(core.table, { partition: series_id, consistent: true }))
    ids.push(sk as EventId);
  const events = await readEvents(core.table, ids);
  return events.map(({ event }) => event).sort((a, b) => (a.start_time < b.start_time ? -1 : 1));
}
