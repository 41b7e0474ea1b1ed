import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { checkDecision, type Decided, isDecided, removeDecision } from "../event/decision.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { listVenueEvents } from "../event/list-venue-events.ts";
import { type Plan, reviseLatest } from "../event/revise-latest.ts";
import type { VenueId } from "../ids.ts";
import { listChanges, putJournal } from "../journal/journal.table.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { getVenue } from "../venue/get-venue.ts";
import type { Venue } from "../venue/venue.ts";

/**
 * Gives the events of a venue its name and city, and drafts its time zone, as they are now. Can be repeated; an event
 * that has them already is left alone. One that was changed meanwhile is carried again by the job's next mark. Returns
 * between two events once `signal` is aborted.
 */
export async function carryVenue(core: Core, job: Key, signal?: AbortSignal): Promise<void> {
  const item = await readItem(core.table, job);
  if (!item) return;
  const decided = { job, decision: String(item.decision) };
  const venue = await getVenue(core, { venue_id: item.venue_id as VenueId });
  const isWhole = await workThrough(await listVenueEvents(core, venue), signal, (event) =>
    reviseLatest(core, event, async (current, now) =>
      (await isDecided(core.table, decided)) ? plan(current, venue, decided, now) : null,
    ),
  );
  if (!isWhole) return;
  const at = core.clock();
  await transact(core.table, [
    removeDecision(decided),
    putJournal({ subject: venue.venue_id, at, actor: null, action: "venue.name_carried" }),
  ]);
}

function plan(event: StoredEvent, venue: Venue, decided: Decided, at: number): Plan {
  if (event.status === "deleting" || event.venue_id !== venue.venue_id) return null;
  const { venue_name, city, timezone } = event;
  const wanted = {
    venue_name: venue.name,
    city: venue.city,
    ...(event.status === "draft" ? { timezone: venue.timezone } : {}),
  };
  const changes = listChanges({ venue_name, city, timezone }, wanted);
  if (Object.keys(changes).length === 0) return null;
  const revision = event.revision + 1;
  const entry = putJournal({ subject: event.event_id, at, actor: null, action: "event.changed", revision, changes });
  return { change: wanted, alongside: [entry, checkDecision(decided)] };
}
