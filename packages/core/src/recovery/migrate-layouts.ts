import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import { moveLayout } from "../event/move-layout.ts";
import type { EventId, SeatId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { scanItems } from "../table/scan-items.ts";
import { transact } from "../table/transact.ts";
import { getVenue, listCurrentSeats } from "../venue/get-venue.ts";
import { listLayoutSeats, relabelLayout, toRelabeledId } from "../venue/layout.rules.ts";
import { isFormerLayout, putLayout, unpackLayout } from "../venue/layout.table.ts";
import type { Layout } from "../venue/layout.ts";
import { labelKey } from "../venue/seat-keys.rules.ts";
import type { Venue, VenueSeat } from "../venue/venue.ts";

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
async function migrateEvent(core: Core, { event_id, venue_id, layout_id }: StoredEvent): Promise<boolean> {
  const item = await readItem(core.table, keys.layout(layout_id));
  if (!item || !isFormerLayout(item)) return false;
  const layout = unpackLayout(item);
  const venue = await getVenue(core, { venue_id });
  const relabeled = relabelLayout(
    layout,
    toRelabeledId(venue_id, venue.revision, layout_id),
    await readLabels(core, venue),
  );
  if (areSame(layout, relabeled)) return false;
  await transact(core.table, [putLayout(relabeled)]);
  const outcome = await transact(core.table, [moveLayout(event_id, layout_id, relabeled.layout_id)]);
  core.events.forget(event_id);
  return outcome.done;
}

async function readLabels(core: Core, venue: Venue): Promise<Map<SeatId, VenueSeat>> {
  const seats = await listCurrentSeats(core, venue);
  return new Map(seats.map((seat) => [seat.seat_pos, seat]));
}

function areSame(a: Layout, b: Layout): boolean {
  const others = listLayoutSeats(b);
  return listLayoutSeats(a).every((seat, i) => others[i] && labelKey(seat) === labelKey(others[i]));
}
