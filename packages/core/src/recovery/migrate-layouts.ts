import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import { moveLayout } from "../event-change/move-layout.ts";
import type { EventId } from "../ids.ts";
import { isFormerLayout, putLayout, unpackLayout } from "../layout/layout.table.ts";
import { renewLayout } from "../layout/renew-layout.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { scanItems } from "../table/scan-items.ts";
import { transact } from "../table/transact.ts";
import { getVenue } from "../venue/get-venue.ts";

/** The events that now print the section of each seat. */
export type Migrated = { events: EventId[] };

/**
 * The version before kept one section for all seats with a row's code: of a row through several sections it printed the
 * first one's name everywhere. Gives each such event a layout with its venue's own labels; seats, keys and their order
 * stay. Can be repeated, beside running servers: an event that is right is left alone. Reads the whole table. Throws
 * UNAVAILABLE.
 */
export async function migrateLayouts(core: Core): Promise<Migrated> {
  const events: EventId[] = [];
  for await (const { pk, sk } of scanItems(core.table, ["pk", "sk"])) {
    const event = sk === "EVENT" ? await findEvent(core.table, pk as EventId) : null;
    if (event && (await migrateEvent(core, event))) events.push(event.event_id);
  }
  return { events };
}

/** Whether the event got another layout. */
async function migrateEvent(core: Core, event: StoredEvent): Promise<boolean> {
  const { event_id, venue_id, layout_id } = event;
  const item = await readItem(core.table, keys.layout(layout_id));
  if (!item || !isFormerLayout(item)) return false;
  const venue = await getVenue(core, { venue_id });
  const renewed = await renewLayout(core, venue, unpackLayout(item));
  if (renewed.layout_id === layout_id) return false;
  // Seats of a later revision may have been read: the layout's id names this one.
  if ((await getVenue(core, venue)).revision !== venue.revision) return migrateEvent(core, event);
  await transact(core.table, [putLayout(renewed)]);
  const changes = { labels: { before: null, after: event.seat_count } };
  const moved = moveLayout(event, renewed.layout_id, { at: core.clock(), actor: null, changes });
  const outcome = await transact(core.table, moved);
  core.events.forget(event_id);
  return outcome.done;
}
