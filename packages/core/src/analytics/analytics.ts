import * as z from "zod/mini";
import { BookingView } from "../booking/booking.ts";
import { EventStatus } from "../event/event.ts";
import { EventId, SeatId, StoredLayoutId, UserId } from "../ids.ts";
import { SeatState } from "../seat/seat.ts";
import { Instant } from "../time.ts";

export { Counts } from "../counts/counts.ts";

/** Money is in the minor unit of the event's currency. */
const amount = z.int();
/** One decimal, 0 where nothing was there to divide by. */
const percent = z.number();

/** The figures of one event, worked out from its counts and its live map. */
export const EventAnalytics = z.object({
  event_id: EventId,
  name: z.string(),
  start_time: Instant,
  timezone: z.string(),
  status: EventStatus,
  currency: z.string(),
  total_seats: z.int(),
  seats_available: z.int(),
  /** Held and not expired. */
  seats_held: z.int(),
  seats_sold: z.int(),
  capacity_utilization: percent,
  total_bookings: z.int(),
  total_cancellations: z.int(),
  hold_attempts: z.int(),
  holds_placed: z.int(),
  failed_holds: z.int(),
  /** Confirmed totals less refunds. */
  revenue: amount,
  average_booking_value: amount,
  booking_success_rate: percent,
  hold_success_rate: percent,
  cancellation_rate: percent,
  revenue_by_seat_type: z.record(z.string(), amount),
  seats_sold_by_seat_type: z.record(z.string(), z.int()),
  last_booking_time: z.nullable(z.string()),
});
export type EventAnalytics = z.infer<typeof EventAnalytics>;

/** How a seat did: a hold that neither lives nor was booked was dropped. */
export const SeatPerformance = z.object({
  seat_pos: SeatId,
  row: z.string(),
  seat_num: z.int(),
  seat_type: z.string(),
  seat_state: SeatState,
  price: amount,
  times_held: z.int(),
  times_dropped: z.int(),
  times_booked: z.int(),
  first_booked_at: z.nullable(z.string()),
});
export type SeatPerformance = z.infer<typeof SeatPerformance>;

/** The hall's own order; or what was booked first, held most, dropped most comes first. */
export const SeatSort = z.enum(["natural", "first_booked", "times_held", "times_dropped"]);
export type SeatSort = z.infer<typeof SeatSort>;

/** The same for a whole hall, to be drawn: each list in the order of the layout's seats. */
export const SeatHeat = z.object({
  event_id: EventId,
  layout_id: StoredLayoutId,
  times_held: z.array(z.int()),
  times_dropped: z.array(z.int()),
  times_booked: z.array(z.int()),
  /** Epoch seconds; 0 for a seat that was never booked. */
  first_booked: z.array(z.int()),
});
export type SeatHeat = z.infer<typeof SeatHeat>;

export const Interval = z.enum(["hour", "day"]);
export type Interval = z.infer<typeof Interval>;

/** What was booked and cancelled from `from` until the next hour or day in the venue's zone; only those in which something was. */
export const SalesPeriod = z.object({
  from: Instant,
  bookings: z.int(),
  cancellations: z.int(),
  seats_sold: z.int(),
  seats_returned: z.int(),
  gross: amount,
  refunded: amount,
  revenue: amount,
});
export type SalesPeriod = z.infer<typeof SalesPeriod>;

/** A booking as the event's organizer sees it; name and e-mail where the buyer told them. */
export const SoldBooking = z.object({
  ...BookingView.shape,
  buyer: z.object({ name: z.nullable(z.string()), email: z.nullable(z.string()) }),
});
export type SoldBooking = z.infer<typeof SoldBooking>;

/** Someone who booked this event. `is_returning`: has booked another event of the same organizer before. */
export const Buyer = z.object({
  user_id: UserId,
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  bookings: z.int(),
  cancellations: z.int(),
  /** Theirs now. */
  seats: z.int(),
  /** Confirmed totals less refunds. */
  spend: amount,
  is_returning: z.boolean(),
  first_booking: z.string(),
  /** Of all events of this organizer that they booked, most often first, at most three. */
  favourite_tags: z.array(z.string()),
  favourite_artists: z.array(z.string()),
});
export type Buyer = z.infer<typeof Buyer>;

export const Favorite = z.object({ name: z.string(), buyers: z.int() });
export type Favorite = z.infer<typeof Favorite>;

/** All buyers taken together; favourites by how many buyers share them, at most ten of each. */
export const BuyerSummary = z.object({
  total: z.int(),
  new_buyers: z.int(),
  returning_buyers: z.int(),
  favourite_tags: z.array(Favorite),
  favourite_artists: z.array(Favorite),
});
export type BuyerSummary = z.infer<typeof BuyerSummary>;
