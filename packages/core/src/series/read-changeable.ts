import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { readItem } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import { changeDates } from "./change-dates.ts";
import { seriesChangeOf } from "./series-change.table.ts";

/**
 * The event for its organizer with what was decided for its whole series before, which would overwrite a later change
 * and is lacking in a copy. Throws what `getOwnEvent` throws.
 */
export async function readChangeable(core: Core, actor: Actor, event_id: EventId): Promise<StoredEvent> {
  const event = await getOwnEvent(core, actor, event_id);
  const job = event.series_id && seriesChangeOf(event.series_id);
  if (!job || !(await readItem(core.table, job))) return event;
  await changeDates(core, job);
  return getOwnEvent(core, actor, event_id);
}
