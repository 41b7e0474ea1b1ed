import type { VenueId } from "../ids.ts";
import { toSeatId } from "../seat/seat.rules.ts";
import { put } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Query } from "../table/query-items.ts";
import type { Action, Item } from "../table/transact.ts";
import { type NewVenueSeat, Venue, VenueSeat } from "./venue.ts";

export const toVenue = (item: Item): Venue => Venue.parse(item);

export function putVenue(venue: Venue): Action {
  const catalog = { catalog_kind: "venue", catalog_order: `${venue.name}#${venue.venue_id}` };
  return put({ put: { ...keys.venue(venue.venue_id), ...venue, ...catalog }, condition: "attribute_not_exists(pk)" });
}

/** A seat of an unfinished addition: visible once the venue's revision has reached its own. */
export function toVenueSeat(venue_id: Venue["venue_id"], seat: NewVenueSeat, revision: number): VenueSeat {
  return {
    venue_id,
    seat_pos: toSeatId(seat.row, seat.seat_num),
    row: seat.row,
    seat_num: seat.seat_num,
    seat_type: seat.seat_type,
    section: seat.section,
    row_label: seat.row_label ?? seat.row,
    x: seat.x ?? null,
    y: seat.y ?? null,
    accessible: seat.accessible,
    revision,
  };
}

export function putVenueSeat(seat: VenueSeat): Action {
  return { put: { ...keys.venueSeat(seat.venue_id, seat.seat_pos), ...seat } };
}

/** VENUE shares the partition with its seats: every reader filters with `isVenueSeatItem`. */
export const venueSeatsOf = (venue_id: VenueId): Query => ({ partition: venue_id, consistent: true });
export const isVenueSeatItem = (item: Item): boolean => item.sk !== "VENUE";
export const toVenueSeatRecord = (item: Item): VenueSeat => VenueSeat.parse(item);
