import * as z from "zod/mini";

/** Money is in the minor unit of the event's currency. */
const amount = z.int();

/** What was ever counted of an event's sales; `gross` is all that was booked, `refunded` what went back. */
export const Counts = z.object({
  /** Never fall. */
  total_bookings: z.int(),
  total_cancellations: z.int(),
  /** Holds requested that won or met taken seats, and those that won. */
  hold_attempts: z.int(),
  holds_placed: z.int(),
  /** Booked now. */
  seats_sold: z.int(),
  gross: amount,
  refunded: amount,
  by_seat_type: z.record(z.string(), z.object({ seats_sold: z.int(), revenue: amount })),
});
export type Counts = z.infer<typeof Counts>;
