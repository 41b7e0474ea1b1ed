import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { type Hall, readHall } from "../event/draft-event.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { ChangeEvent } from "../event/event.ts";
import { putJournal } from "../journal/journal.table.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue } from "../venue/get-venue.ts";
import { spellType } from "../venue/spell-type.ts";
import { checkVenueIsAt } from "../venue/venue.table.ts";

/**
 * The hall that an event is to move to, as `input` asks; null if it is to stay. The event keeps its prices of the types
 * that are there too. Throws EVENT_WAS_PUBLISHED, EVENT_STATUS_CONFLICT while its seats are being copied, and what
 * creating an event in that venue throws.
 */
export async function findNewHall(
  core: Core,
  actor: Actor,
  event: StoredEvent,
  { venue_id, seat_type_prices: asked, series }: ChangeEvent,
): Promise<Hall | null> {
  if (venue_id === undefined || venue_id === event.venue_id || series) return null;
  await getOwnVenue(core, actor, venue_id);
  refuseUnmovable(event);
  return readHall(core, actor, venue_id, ({ seat_types }) => {
    const spell = spellType(seat_types);
    const known = Object.entries(event.seat_type_prices).filter(([type]) => seat_types.includes(spell(type)));
    return { ...Object.fromEntries(known), ...asked };
  });
}

function refuseUnmovable({ status, after_copy }: StoredEvent): void {
  if (status === "published" || status === "paused")
    throw new EventlyError(
      "EVENT_WAS_PUBLISHED",
      {},
      "This event was published, so it can't move to another venue. Cancel it, and create one there.",
    );
  if (status !== "draft") throw new EventlyError("EVENT_STATUS_CONFLICT", { status });
  if (after_copy !== null)
    throw new EventlyError(
      "EVENT_STATUS_CONFLICT",
      { status },
      "The seats of this event are still being copied. Move it once they are there.",
    );
}

/** What was asked, and what the event states of its new venue, as a new one there would. */
export function stateHall(asked: Record<string, unknown>, { venue, seat_type_prices }: Hall): Record<string, unknown> {
  const { venue_id, name: venue_name, city, timezone } = venue;
  const { address = venue.address ?? null } = asked;
  // A map belongs to its address.
  const { map_url = asked.address ? null : (venue.map_url ?? null) } = asked;
  return { ...asked, address, map_url, venue_id, venue_name, city, timezone, seat_type_prices };
}

/** What is written with a move: the venue is still as it was read, and both venues' journals tell of it. */
export function alongMove(
  event: StoredEvent,
  { venue, writes }: Hall,
  { at, actor }: { at: number; actor: Actor },
): Action[] {
  const { event_id, name, venue_id } = event;
  const entry = { at, actor, action: "event.moved" } as const;
  const moved = { venue_id: { before: venue_id, after: venue.venue_id } };
  const gone = { event_id: { before: event_id, after: null }, name: { before: name, after: null } };
  const come = { event_id: { before: null, after: event_id }, name: { before: null, after: name } };
  return [
    ...writes,
    checkVenueIsAt(venue),
    { remove: keys.atVenue(venue_id, event_id) },
    { put: { ...keys.atVenue(venue.venue_id, event_id) } },
    putJournal({ subject: venue_id, ...entry, changes: { ...gone, ...moved } }),
    putJournal({ subject: venue.venue_id, ...entry, changes: { ...come, ...moved } }),
  ];
}
