import type { BookingId } from "../ids.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import { freeSeat, type Place, type Quoted } from "./seat.table.ts";

/** free -> blocked. No hold's end gives it back. */
export function blockSeat(at: Place & { reason: string; block_id: string; now: number }): Action {
  return update({
    key: keys.seat(at.event_id, at.seat_pos),
    update:
      "SET seat_state = :blocked, block_reason = :reason, block_id = :block, holding_id = :null, hold_ttl = :null",
    condition: freeSeat,
    values: {
      ":available": "available",
      ":held": "held",
      ":blocked": "blocked",
      ":reason": at.reason,
      ":block": at.block_id,
      ":null": null,
      ":now": at.now,
    },
  });
}

/** blocked -> available; where a reason is stated, only of a seat that is blocked for it. */
export function unblockSeat({ event_id, seat_pos, reason }: Place & { reason?: string | undefined }): Action {
  const action = {
    key: keys.seat(event_id, seat_pos),
    update: "SET seat_state = :available REMOVE block_reason, block_id",
  } as const;
  const values = { ":available": "available", ":blocked": "blocked" };
  if (reason === undefined) return update({ ...action, condition: "seat_state = :blocked", values });
  const forIt = { ...values, ":reason": reason };
  return update({ ...action, condition: "seat_state = :blocked AND block_reason = :reason", values: forIt });
}

type Sold = Place & Quoted & { booking_id: BookingId; now: number };

const metNoLaterPrices = "(attribute_not_exists(price_revision) OR price_revision <= :prices)";
const toBooked =
  "SET seat_state = :booked, booking_id = :booking, holding_id = :null, hold_ttl = :null, price = :price, price_revision = :prices";
const valuesOf = ({ booking_id, price, price_revision }: Sold) => ({
  ":booked": "booked",
  ":booking": booking_id,
  ":null": null,
  ":price": price,
  ":prices": price_revision,
  ":one": 1,
});

/**
 * free -> booked without a hold, at `price`, unless the seat has met later prices than its event was read with. It counts
 * as held and booked at once.
 */
export function sellSeat(sold: Sold): Action {
  return update({
    key: keys.seat(sold.event_id, sold.seat_pos),
    update: `${toBooked} ADD times_held :one, times_booked :one`,
    condition: `${freeSeat} AND ${metNoLaterPrices}`,
    values: { ...valuesOf(sold), ":available": "available", ":held": "held", ":now": sold.now },
  });
}

/** blocked -> booked, as `sellSeat`. The seat keeps why it was blocked, which it is again once it is given back. */
export function sellBlockedSeat(sold: Sold): Action {
  return update({
    key: keys.seat(sold.event_id, sold.seat_pos),
    update: `${toBooked} ADD times_held :one, times_booked :one`,
    condition: `seat_state = :blocked AND ${metNoLaterPrices}`,
    values: { ...valuesOf(sold), ":blocked": "blocked" },
  });
}

/** booked with `booking_id`, and blocked until it was sold -> blocked for the same. */
export function blockSoldSeat(at: Place & { booking_id: BookingId }): Action {
  return update({
    key: keys.seat(at.event_id, at.seat_pos),
    update: "SET seat_state = :blocked, booking_id = :null",
    condition: "seat_state = :booked AND booking_id = :booking AND attribute_exists(block_reason)",
    values: { ":booked": "booked", ":blocked": "blocked", ":booking": at.booking_id, ":null": null },
  });
}

/** booked with `booking_id` -> the same at another price: its booking exchanged seats within itself. */
export function repriceSeat(at: Place & { booking_id: BookingId; price: number }): Action {
  return update({
    key: keys.seat(at.event_id, at.seat_pos),
    update: "SET price = :price",
    condition: "seat_state = :booked AND booking_id = :booking",
    values: { ":booked": "booked", ":booking": at.booking_id, ":price": at.price },
  });
}
