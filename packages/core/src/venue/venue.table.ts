import type { VenueId } from "../ids.ts";
import { check, put } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Query } from "../table/query-items.ts";
import type { Action, Item } from "../table/transact.ts";
import { Venue, VenueSeat } from "./venue.ts";

export const toVenue = (item: Item): Venue => Venue.parse(item);

export function putVenue(venue: Venue): Action {
  const catalog = { catalog_kind: "venue", catalog_order: `${venue.name}#${venue.venue_id}` };
  return put({ put: { ...keys.venue(venue.venue_id), ...venue, ...catalog }, condition: "attribute_not_exists(pk)" });
}

/** Fails its transaction once the venue was changed: what was read of it is not so any more. */
export function checkVenueIsAt({ venue_id, revision }: Venue): Action {
  return check({ check: keys.venue(venue_id), condition: "revision = :read", values: { ":read": revision } });
}

/** A removed seat stays in the table: its key is given to another only where the caller names it. */
export type StoredSeat = VenueSeat & { removed: boolean };

/** What a change under way makes of a seat: it counts once the venue has reached its revision. */
export type SeatChange = Partial<Omit<StoredSeat, "venue_id" | "seat_pos" | "row" | "seat_num" | "revision">>;

/** A seat as read: `seat` is null while its addition is unfinished; `isPending` if a change of it is. */
export type ReadSeat = { seat_pos: VenueSeat["seat_pos"]; seat: StoredSeat | null; isPending: boolean };

/** A seat of an unfinished addition: visible once the venue's revision has reached its own. */
export function putVenueSeat(seat: VenueSeat): Action {
  return { put: { ...keys.venueSeat(seat.venue_id, seat.seat_pos), ...seat } };
}

/** The seat as it is, and what it becomes at `revision`. */
export function putSeatChange(seat: StoredSeat, change: SeatChange, revision: number): Action {
  const next = { ...change, revision };
  return { put: { ...keys.venueSeat(seat.venue_id, seat.seat_pos), ...seat, next } };
}

/** The seat without a change that was never finished. */
export function putUnchanged(seat: StoredSeat): Action {
  return { put: { ...keys.venueSeat(seat.venue_id, seat.seat_pos), ...seat } };
}

/** VENUE shares the partition with its seats: every reader filters with `isVenueSeatItem`. */
export const venueSeatsOf = (venue_id: VenueId): Query => ({ partition: venue_id, consistent: true });
export const isVenueSeatItem = (item: Item): boolean => item.sk !== "VENUE";

/** The seat at a revision of its venue. Items of the version before have no labels: they print the number. */
export function readVenueSeat(item: Item, revision: number): ReadSeat {
  const { next, ...own } = item as Item & { next?: SeatChange & { revision: number } };
  const isDone = next !== undefined && next.revision <= revision;
  const { removed = false, ...fields } = {
    ...{ seat_label: String(item.seat_num), properties: [], row_order: null },
    ...own,
    ...(isDone ? { ...next, revision: own.revision } : {}),
  };
  const seat = VenueSeat.parse(fields);
  const isAdded = seat.revision <= revision;
  return {
    seat_pos: seat.seat_pos,
    seat: isAdded ? { ...seat, removed: Boolean(removed) } : null,
    isPending: next !== undefined && !isDone,
  };
}
