import * as z from "zod/mini";

/** In the minor unit of the event's currency. */
const amount = z.int();

/** All-time counts of an event's sales; `gross` is everything booked, `refunded` everything paid back. */
export const Counts = z.object({
  /** These never decrease. */
  total_bookings: z.int(),
  total_cancellations: z.int(),
  /** Hold requests that either succeeded or met taken seats, and those that succeeded. */
  hold_attempts: z.int(),
  holds_placed: z.int(),
  /** Bookings made at the box office, and changes of the seats of any; these never decrease either. */
  counter_sales: z.int(),
  booking_changes: z.int(),
  /** Bookings reserved on invoice, and those of them that ended unpaid; a booking once they are paid for. Neither decreases. */
  reservations: z.int(),
  reservations_lapsed: z.int(),
  /** Currently reserved on invoice: neither sold nor free. */
  seats_reserved: z.int(),
  /** Currently booked, and those of them given away at the box office; kept by the house. */
  seats_sold: z.int(),
  comps: z.int(),
  seats_blocked: z.int(),
  /** How often something was given back; never decreases. */
  refunds: z.int(),
  gross: amount,
  refunded: amount,
  by_seat_type: z.record(z.string(), z.object({ seats_sold: z.int(), revenue: amount })),
});
export type Counts = z.infer<typeof Counts>;

/** How far the refunds of a called-off event are, in bookings. */
export const Cancellation = z.object({
  /** All that it ends: those that were made by payments under way join them. */
  total: z.int(),
  /** Whose money is back, or to whom nothing was owed. Never decreases. */
  refunded: z.int(),
  /** Whose refund failed for good, until an operator retries it. */
  failed: z.int(),
});
export type Cancellation = z.infer<typeof Cancellation>;
