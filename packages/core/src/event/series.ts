import * as z from "zod/mini";
import { Instant } from "../time.ts";

/** What the dates of one series have together that a search matches; money in the currency of the card. */
export const SeriesDates = z.object({
  count: z.int(),
  first_start_time: Instant,
  last_start_time: Instant,
  venue_count: z.int(),
  price_min: z.int(),
  price_max: z.int(),
  /** The earliest opening among the dates whose sale is not over; the latest end of all. */
  sales_start: Instant,
  sales_end: Instant,
  /** Of the dates whose sale is not over. */
  seat_count: z.int(),
  seats_left: z.int(),
});
export type SeriesDates = z.infer<typeof SeriesDates>;
