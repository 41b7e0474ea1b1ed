import type { Counts } from "../counts/counts.ts";
import { isFree } from "../seat/seat.rules.ts";
import type { EventSeat } from "../seat/seat.ts";
import type { EventAnalytics } from "./analytics.ts";

/** A share as a percentage with one decimal; 0 if `whole` is 0. */
export function toPercent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}

/** The counts of an event before its first hold request. */
export const noCounts = (): Counts => ({
  total_bookings: 0,
  total_cancellations: 0,
  hold_attempts: 0,
  holds_placed: 0,
  counter_sales: 0,
  booking_changes: 0,
  reservations: 0,
  reservations_lapsed: 0,
  seats_reserved: 0,
  refunds: 0,
  seats_sold: 0,
  comps: 0,
  seats_blocked: 0,
  gross: 0,
  refunded: 0,
  by_seat_type: {},
});

export type Figures = Omit<
  EventAnalytics,
  | "event_id"
  | "series_id"
  | "name"
  | "start_time"
  | "end_time"
  | "sales_start"
  | "sales_end"
  | "timezone"
  | "status"
  | "hidden_at"
  | "suspended_at"
  | "currency"
  | "last_booking_time"
>;

/**
 * Derives an event's figures from its counts and the seats currently held; lists every one of `seat_types`, sold or
 * not. The seat map may lag behind the counts, so `seats_held` is capped at the seats that are left.
 */
export function toFigures(
  counts: Counts,
  hall: { total_seats: number; seats_held: number; seat_types: readonly string[] },
): Figures {
  const { total_bookings, total_cancellations, hold_attempts, holds_placed, seats_sold, gross, refunded } = counts;
  const { counter_sales, comps, seats_blocked, seats_reserved, reservations, reservations_lapsed } = counts;
  const left = countLeft({ ...counts, ...hall });
  const seats_held = Math.max(0, Math.min(hall.seats_held, left));
  const types = [...new Set([...hall.seat_types, ...Object.keys(counts.by_seat_type)])];
  const ofType = (name: "revenue" | "seats_sold") =>
    Object.fromEntries(types.map((type) => [type, counts.by_seat_type[type]?.[name] ?? 0]));
  return {
    total_seats: hall.total_seats,
    seats_available: left - seats_held,
    seats_held,
    seats_blocked,
    seats_reserved,
    seats_sold,
    comps,
    capacity_utilization: toPercent(seats_sold, hall.total_seats),
    total_bookings,
    counter_sales,
    total_cancellations,
    reservations,
    reservations_lapsed,
    hold_attempts,
    holds_placed,
    failed_holds: hold_attempts - holds_placed,
    revenue: gross - refunded,
    average_booking_value: total_bookings === 0 ? 0 : Math.round(gross / total_bookings),
    booking_success_rate: toPercent(total_bookings - counter_sales, holds_placed),
    hold_success_rate: toPercent(holds_placed, hold_attempts),
    cancellation_rate: toPercent(total_cancellations, total_bookings),
    revenue_by_seat_type: ofType("revenue"),
    seats_sold_by_seat_type: ofType("seats_sold"),
  };
}

/** The seats that are not sold, not reserved on invoice and not kept by the house; those on hold may still come back. */
export const countLeft = ({
  total_seats,
  seats_sold,
  seats_blocked,
  seats_reserved,
}: Pick<Figures, "total_seats" | "seats_sold" | "seats_blocked" | "seats_reserved">): number =>
  total_seats - seats_sold - seats_blocked - seats_reserved;

type Held = Pick<EventSeat, "seat_state" | "hold_ttl">;

/** Whether the seat has an unexpired hold at `now` (epoch seconds). */
export function isHeld(seat: Held, now: number): boolean {
  return seat.seat_state === "held" && !isFree(seat, now);
}

/**
 * Whether the event can have an unexpired hold at `now`, given that the last one was requested at `last_hold_at`; both
 * in epoch seconds.
 */
export function mayHaveHolds(
  last_hold_at: number,
  now: number,
  rules: { SEAT_HOLD_MAX: number; CHALLENGE_WINDOW: number },
): boolean {
  return now - last_hold_at <= rules.SEAT_HOLD_MAX + rules.CHALLENGE_WINDOW;
}

/** Number of holds on the seat that ended without a booking: all placed, minus those booked, minus one still open. */
export function timesDropped(seat: Held & Pick<EventSeat, "times_held" | "times_booked">, now: number): number {
  return seat.times_held - seat.times_booked - (isHeld(seat, now) ? 1 : 0);
}
