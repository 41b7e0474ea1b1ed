import type { Counts } from "./analytics.ts";

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
