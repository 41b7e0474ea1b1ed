import type { Counts } from "../counts/counts.ts";
import { isFree } from "../seat/seat.rules.ts";
import type { EventSeat } from "../seat/seat.ts";
import type { EventAnalytics } from "./analytics.ts";

/** A share as a percentage with one decimal; 0 where nothing was there to divide by. */
export function toPercent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}

/** The counts of an event that nobody has asked for yet. */
export const noCounts = (): Counts => ({
  total_bookings: 0,
  total_cancellations: 0,
  hold_attempts: 0,
  holds_placed: 0,
  seats_sold: 0,
  gross: 0,
  refunded: 0,
  by_seat_type: {},
});

/** What is worked out from the counts, apart from what names the event. */
export type Figures = Omit<
  EventAnalytics,
  "event_id" | "name" | "start_time" | "timezone" | "status" | "currency" | "last_booking_time"
>;

/**
 * An event's figures from its counts and the seats held now; each of `seat_types` is told, sold or not. The map that
 * tells of holds may be a moment behind the counts: no more seats are held than are left.
 */
export function toFigures(
  counts: Counts,
  hall: { total_seats: number; seats_held: number; seat_types: readonly string[] },
): Figures {
  const { total_bookings, total_cancellations, hold_attempts, holds_placed, seats_sold, gross, refunded } = counts;
  const seats_held = Math.max(0, Math.min(hall.seats_held, hall.total_seats - seats_sold));
  const types = [...new Set([...hall.seat_types, ...Object.keys(counts.by_seat_type)])];
  const ofType = (name: "revenue" | "seats_sold") =>
    Object.fromEntries(types.map((type) => [type, counts.by_seat_type[type]?.[name] ?? 0]));
  return {
    total_seats: hall.total_seats,
    seats_available: hall.total_seats - seats_sold - seats_held,
    seats_held,
    seats_sold,
    capacity_utilization: toPercent(seats_sold, hall.total_seats),
    total_bookings,
    total_cancellations,
    hold_attempts,
    holds_placed,
    failed_holds: hold_attempts - holds_placed,
    revenue: gross - refunded,
    average_booking_value: total_bookings === 0 ? 0 : Math.round(gross / total_bookings),
    booking_success_rate: toPercent(total_bookings, holds_placed),
    hold_success_rate: toPercent(holds_placed, hold_attempts),
    cancellation_rate: toPercent(total_cancellations, total_bookings),
    revenue_by_seat_type: ofType("revenue"),
    seats_sold_by_seat_type: ofType("seats_sold"),
  };
}

type Held = Pick<EventSeat, "seat_state" | "hold_ttl">;

/** Whether a hold on the seat lives at `now` (epoch seconds). */
export function isHeld(seat: Held, now: number): boolean {
  return seat.seat_state === "held" && !isFree(seat, now);
}

/** Whether a hold of an event may still live at `now` when the last one was asked for at `last_hold_at`, both epoch seconds. */
export function mayHaveHolds(
  last_hold_at: number,
  now: number,
  rules: { SEAT_HOLD_MAX: number; CHALLENGE_WINDOW: number },
): boolean {
  return now - last_hold_at <= rules.SEAT_HOLD_MAX + rules.CHALLENGE_WINDOW;
}

/** How often a hold on the seat ended without a booking: each that was placed, less those booked and one that lives now. */
export function timesDropped(seat: Held & Pick<EventSeat, "times_held" | "times_booked">, now: number): number {
  return seat.times_held - seat.times_booked - (isHeld(seat, now) ? 1 : 0);
}
