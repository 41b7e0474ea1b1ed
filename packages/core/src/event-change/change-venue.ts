import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError, type Fault } from "../errors.ts";
import { listVenueEvents } from "../event/list-venue-events.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { listChanges, putJournal } from "../journal/journal.table.ts";
import { listChangedSince } from "../journal/list-journal.ts";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue } from "../venue/get-venue.ts";
import { type Revision, reviseVenue } from "../venue/revise-venue.ts";
import type { ReadSeat } from "../venue/venue.table.ts";
import type { ChangeVenue, Venue } from "../venue/venue.ts";

const notFields = ["venue_id", "revision", "reason"];
const carried = ["name", "city", "timezone"] as const;

/**
 * Changes a venue from the revision that its owner saw; its name, city and zone are carried to its events by a job.
 * Answers the venue as it is then, as it was if nothing differs. Throws VENUE_NOT_FOUND, FORBIDDEN, REVISION_CONFLICT
 * with what changed since, INVALID_INPUT, VENUE_BUSY.
 */
export async function changeVenue(
  core: Core,
  actor: Actor,
  input: ChangeVenue,
  lease: IdempotencyLease | null = null,
): Promise<Venue> {
  requireOrganizer(actor);
  const venue = await getOwnVenue(core, actor, input.venue_id);
  await refuseStale(core, venue, input);
  const changes = listChanges(venue, readFields(input));
  if (Object.keys(changes).length === 0) return venue;
  if ("timezone" in changes) await refuseFixedZone(core, venue);
  return reviseVenue(core, input.venue_id, { actor, lease }, async (current, stored) => {
    await refuseStale(core, current, input);
    return plan(core, actor, current, stored, input);
  });
}

/** The fields to change by name; null takes one away. */
function readFields(input: ChangeVenue): Record<string, unknown> {
  const fields = Object.entries(input).filter(([name, value]) => value !== undefined && !notFields.includes(name));
  return Object.fromEntries(fields);
}

function plan(
  core: Core,
  actor: Actor,
  venue: Venue,
  stored: readonly ReadSeat[],
  input: ChangeVenue,
): Revision<Venue> {
  const asked = readFields(input);
  refuseMissingTypes(stored, input);
  const fields: Partial<Venue> = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, value ?? undefined]),
  );
  const revision = venue.revision + 1;
  const at = core.clock();
  const changes = listChanges(venue, asked);
  const entry = {
    subject: venue.venue_id,
    at,
    actor,
    action: "venue.changed",
    reason: input.reason,
    revision,
  } as const;
  return {
    writes: [],
    seat_count: venue.seat_count,
    fields: { ...fields, ...(fields.name ? { catalog_order: `${fields.name}#${venue.venue_id}` } : {}) },
    alongside: [
      putJournal({ ...entry, changes }),
      ...(carried.some((name) => name in changes) ? [putCarry(venue.venue_id, at)] : []),
    ],
    answer: { ...venue, ...fields, revision },
  };
}

/** Due at once, also if an earlier one is not finished yet: it carries what the venue says then. */
function putCarry(venue_id: Venue["venue_id"], now: number): Action {
  const key = keys.job("carry", venue_id);
  return { put: { ...key, venue_id, decision: randomUUID(), ...dueAt("bulk", key.pk, now) } };
}

function refuseMissingTypes(stored: readonly ReadSeat[], { seat_types }: ChangeVenue): void {
  if (!seat_types) return;
  const used = new Set(stored.flatMap(({ seat }) => (seat && !seat.removed ? [seat.seat_type] : [])));
  const missing = [...used].filter((type) => !seat_types.includes(type));
  if (missing.length === 0) return;
  const message = `seats have the type ${missing.slice(0, 5).join(", ")}: give them another one first`;
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: "seat_types", message }] });
}

/** The version before did not mark the venue when an event was published: then its events tell. */
async function refuseFixedZone(core: Core, venue: Venue): Promise<void> {
  const events = await listVenueEvents(core, venue);
  const isTold = events.some(({ status, never_shown }) => status !== "draft" && !never_shown);
  if (!venue.timezone_fixed && !isTold) return;
  const fault: Fault = { path: "timezone", message: "not any more: an event here was published in this zone" };
  throw new EventlyError("INVALID_INPUT", { faults: [fault] });
}

async function refuseStale(core: Core, { venue_id, revision }: Venue, wanted: ChangeVenue): Promise<void> {
  if (revision === wanted.revision) return;
  const changed = await listChangedSince(core, venue_id, wanted.revision);
  throw new EventlyError("REVISION_CONFLICT", { revision, changed });
}
