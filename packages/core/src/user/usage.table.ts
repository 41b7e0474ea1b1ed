import type { EventId, OrganizationId, OwnerId, VenueId } from "../ids.ts";
import { check, dynamicUpdate, put, remove, update } from "../table/actions.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { type Creation, takeCreation } from "./creation.table.ts";
import { mostUpcoming, type Quotas, usualQuotas } from "./quotas.ts";

/**
 * What an owner has of what their quotas limit. `events` that are over, cancelled or deleted give up their place when one
 * is needed, so there are never more than the quota allows.
 */
export type Usage = {
  events: EventId[];
  venues: number;
  seats: number;
  /** Until when a bulk creation is under way, in epoch seconds; 0 for none. */
  creating_until: number;
};

export const toUsage = (item: Item): Usage => ({
  events: [...((item.event_ids as Set<EventId> | undefined) ?? [])],
  venues: Number(item.venue_count),
  seats: Number(item.seat_count),
  creating_until: Number(item.creating_until ?? 0),
});

/** Whether a usage was counted; deleting an event leaves an item without counts for an account of the version before. */
export const isCounted = (item: Item | undefined): item is Item => item?.venue_count !== undefined;

export function putUsage(owner_id: OwnerId, { events, venues, seats }: Omit<Usage, "creating_until">): Action {
  const event_ids = events.length > 0 ? { event_ids: new Set<string>(events) } : {};
  return put({
    put: { ...keys.usage(owner_id), ...event_ids, venue_count: venues, seat_count: seats },
    condition: "attribute_not_exists(venue_count)",
  });
}

/** Of an owner who has nothing; fails once there is a venue, without which there is no event. */
export function removeUsage(owner_id: OwnerId): Action {
  return remove({
    remove: keys.usage(owner_id),
    condition: "attribute_not_exists(venue_count) OR venue_count = :none",
    values: { ":none": 0 },
  });
}

export function countVenue(owner_id: OwnerId, { venues }: Quotas): Action {
  return update({
    key: keys.usage(owner_id),
    update: "ADD venue_count :one",
    condition: "venue_count < :limit",
    values: { ":one": 1, ":limit": venues },
  });
}

/** `added` is negative where seats are removed, which is never refused. */
export function countSeats(owner_id: OwnerId, added: number, { seats }: Quotas): Action {
  const key = keys.usage(owner_id);
  if (added <= 0) return update({ key, update: "ADD seat_count :added", values: { ":added": added } });
  return update({
    key,
    update: "ADD seat_count :added",
    condition: "seat_count <= :room",
    values: { ":added": added, ":room": seats - added },
  });
}

const hasRoom = "(attribute_not_exists(event_ids) OR size(event_ids) <= :room)";

/** At most as many as the quota has at all. */
export function countEvents(owner_id: OwnerId, event_ids: readonly EventId[], { events }: Quotas): Action {
  return update({
    key: keys.usage(owner_id),
    update: "ADD event_ids :added",
    condition: hasRoom,
    values: { ":added": new Set<string>(event_ids), ":room": events - event_ids.length },
  });
}

/** The same for a bulk creation, which is taken by this write. */
export function countCreation(
  creation: Creation,
  event_ids: readonly EventId[],
  { events }: Quotas,
  now: number,
): Action {
  const taken = takeCreation(creation, now);
  return dynamicUpdate({
    key: taken.key,
    update: `ADD event_ids :added ${taken.update}`,
    condition: `${hasRoom} AND (${taken.condition})`,
    values: { ...taken.values, ":added": new Set<string>(event_ids), ":room": events - event_ids.length },
  });
}

export function freeEvents(owner_id: OwnerId, event_ids: readonly EventId[]): UpdateAction {
  return update({
    key: keys.usage(owner_id),
    update: "DELETE event_ids :gone",
    values: { ":gone": new Set<string>(event_ids) },
  });
}

/** Fails its transaction once the owner has an event that counts, or a venue. */
export const checkUnused = (owner_id: OwnerId): Action =>
  check({
    check: keys.usage(owner_id),
    condition: "attribute_not_exists(event_ids) AND (attribute_not_exists(venue_count) OR venue_count = :none)",
    values: { ":none": 0 },
  });

/** What is counted of a venue with its seats, or of an event, goes from one owner to another; both were counted before. */
export function moveUsage(
  from: OwnerId,
  to: OwnerId,
  moved: { seat_count: number } | { event_id: EventId },
): [UpdateAction, UpdateAction] {
  if ("event_id" in moved) {
    const add = {
      key: keys.usage(to),
      update: "ADD event_ids :moved",
      values: { ":moved": new Set([moved.event_id]) },
    };
    return [freeEvents(from, [moved.event_id]), dynamicUpdate(add)];
  }
  const count = (owner_id: OwnerId, sign: 1 | -1) =>
    update({
      key: keys.usage(owner_id),
      update: "ADD venue_count :venues, seat_count :seats",
      values: { ":venues": sign, ":seats": sign * moved.seat_count },
    });
  return [count(from, -1), count(to, 1)];
}

export const isOrganization = (owner_id: OwnerId): owner_id is OrganizationId => owner_id.startsWith("organization-");

/** Where an owner's quotas stand. */
export const keyOfOwner = (owner_id: OwnerId): Key =>
  isOrganization(owner_id) ? keys.organization(owner_id) : keys.user(owner_id);

/** What the operator allows an owner beyond the usual. */
export function setQuotas(owner_id: OwnerId, quotas: Partial<Quotas>): UpdateAction {
  return update({
    key: keyOfOwner(owner_id),
    update: "SET quotas = :quotas",
    condition: "attribute_exists(pk)",
    values: { ":quotas": quotas },
  });
}

/** The version before allowed any number of events. */
export function toQuotas(owner: Item | undefined): Quotas {
  const quotas = { ...usualQuotas, ...(owner?.quotas as Partial<Quotas>) };
  return { ...quotas, events: Math.min(quotas.events, mostUpcoming) };
}

export const isVenueId = (id: EventId | VenueId): id is VenueId => id.startsWith("venue-");
