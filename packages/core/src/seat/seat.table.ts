import type { BookingId, EventId, HoldingId, SeatId } from "../ids.ts";
import { put, update } from "../table/actions.ts";
import { bookingsBelow, keys, seatsFrom } from "../table/keys.ts";
import type { Query } from "../table/query-items.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { isFree } from "./seat.rules.ts";
import { EventSeat } from "./seat.ts";

export type Place = { event_id: EventId; seat_pos: SeatId };

/** Counters are absent from the item until their first increment. */
export const toSeat = (item: Item): EventSeat =>
  EventSeat.parse({ times_held: 0, times_booked: 0, ...item, event_id: item.pk, seat_pos: item.sk });

/** Bookings and EVENT share the partition: every reader filters with `isSeatItem`. */
export const seatsOf = (event_id: EventId): Query => ({ partition: event_id, from: seatsFrom });
export const bookingsOf = (event_id: EventId): Query => ({ partition: event_id, below: bookingsBelow });
export const isSeatItem = (item: Item): boolean => item.sk !== "EVENT";

/** A new seat; never overwrites one. Omits zeros and what its key contains, since a map reads every byte. */
export function putSeat(seat: EventSeat): Action {
  const { event_id, seat_pos, times_held: _, times_booked: __, price_revision, ...stated } = seat;
  const item = price_revision > 0 ? { ...stated, price_revision } : stated;
  return put({ put: { ...keys.seat(event_id, seat_pos), ...item }, condition: "attribute_not_exists(pk)" });
}

/** The rule of `isFree` as a condition: this decides who gets a seat. */
export const freeSeat = "(seat_state = :available OR (seat_state = :held AND hold_ttl < :now))";

/** A price and the revision of its event's prices that it is from. */
export type Quoted = { price: number; price_revision: number };

/**
 * available, or held and expired -> held by `holding_id` until `hold_ttl`, at the quoted price, unless the seat has met
 * later prices: then the event was read before they were set.
 */
export function holdSeat(at: Place & Quoted & { holding_id: HoldingId; hold_ttl: number; now: number }): Action {
  return update({
    key: keys.seat(at.event_id, at.seat_pos),
    update:
      "SET seat_state = :held, holding_id = :holding, hold_ttl = :ttl, price = :price, price_revision = :prices ADD times_held :one",
    condition: `${freeSeat} AND (attribute_not_exists(price_revision) OR price_revision <= :prices)`,
    values: {
      ":available": "available",
      ":held": "held",
      ":holding": at.holding_id,
      ":ttl": at.hold_ttl,
      ":now": at.now,
      ":price": at.price,
      ":prices": at.price_revision,
      ":one": 1,
    },
  });
}

/** available, or held and expired, with prices from before -> the same at its event's price of now. */
export function refreshPrice(at: Place & Quoted & { now: number }): UpdateAction {
  return update({
    key: keys.seat(at.event_id, at.seat_pos),
    update: "SET price = :price, price_revision = :prices",
    condition: `${freeSeat} AND (attribute_not_exists(price_revision) OR price_revision < :prices)`,
    values: {
      ":available": "available",
      ":held": "held",
      ":now": at.now,
      ":price": at.price,
      ":prices": at.price_revision,
    },
  });
}

/** Whether a hold was refused this seat for its price alone: it is free, and has met later prices than were quoted. */
export function isOutpriced(item: Item | null, quoted: { price_revision: number; now: number }): boolean {
  if (item === null || !isFree(item as Pick<EventSeat, "seat_state" | "hold_ttl">, quoted.now)) return false;
  return Number(item.price_revision ?? 0) > quoted.price_revision;
}

/** held by `holding_id` and not expired -> the same, with a later `hold_ttl`. */
export function extendSeatHold(at: Place & { holding_id: HoldingId; hold_ttl: number; now: number }): Action {
  return update({
    key: keys.seat(at.event_id, at.seat_pos),
    update: "SET hold_ttl = :ttl",
    condition: "seat_state = :held AND holding_id = :holding AND hold_ttl >= :now",
    values: { ":held": "held", ":holding": at.holding_id, ":ttl": at.hold_ttl, ":now": at.now },
  });
}

/**
 * held by `holding_id` -> booked, at the price that is paid. No time condition: a paid seat that nobody else took is
 * booked even after the hold expired, when a change of prices may have reached it.
 */
export function bookSeat(at: Place & { price: number; holding_id: HoldingId; booking_id: BookingId }): Action {
  return update({
    key: keys.seat(at.event_id, at.seat_pos),
    update:
      "SET seat_state = :booked, booking_id = :booking, holding_id = :null, hold_ttl = :null, price = :price ADD times_booked :one",
    condition: "seat_state = :held AND holding_id = :holding",
    values: {
      ":held": "held",
      ":booked": "booked",
      ":booking": at.booking_id,
      ":holding": at.holding_id,
      ":null": null,
      ":price": at.price,
      ":one": 1,
    },
  });
}

/** held by `holding_id` -> available. */
export function releaseSeat(at: Place & { holding_id: HoldingId }): Action {
  return update({
    key: keys.seat(at.event_id, at.seat_pos),
    update: "SET seat_state = :available, holding_id = :null, hold_ttl = :null",
    condition: "seat_state = :held AND holding_id = :holding",
    values: { ":available": "available", ":held": "held", ":holding": at.holding_id, ":null": null },
  });
}

/** booked with `booking_id` -> available. */
export function releaseBookedSeat(at: Place & { booking_id: BookingId }): Action {
  return update({
    key: keys.seat(at.event_id, at.seat_pos),
    update: "SET seat_state = :available, booking_id = :null",
    condition: "seat_state = :booked AND booking_id = :booking",
    values: { ":available": "available", ":booked": "booked", ":booking": at.booking_id, ":null": null },
  });
}
