import * as z from "zod/mini";
import { BookingView } from "../booking/booking.ts";
import { EventRecord, EventStatus } from "../event/event.ts";
import { EventId, SeriesId, StoredLayoutId, UserId } from "../ids.ts";
import { SeatPlace, SeatState } from "../seat/seat.ts";
import { Instant } from "../time.ts";
import { Contact } from "../user/user.ts";

export { Counts } from "../counts/counts.ts";

/** In the minor unit of the event's currency. */
const amount = z.int();
/** One decimal; 0 if the divisor is 0. */
const percent = z.number();

/** The figures of one event, derived from its counts and the live seat map. */
export const EventAnalytics = z.object({
  event_id: EventId,
  series_id: z.nullable(SeriesId),
  name: z.string(),
  start_time: Instant,
  end_time: Instant,
  sales_start: Instant,
  sales_end: z.nullable(Instant),
  timezone: z.string(),
  status: EventStatus,
  ...z.pick(EventRecord, { hidden_at: true, suspended_at: true }).shape,
  currency: z.string(),
  total_seats: z.int(),
  seats_available: z.int(),
  /** Held and not expired. */
  seats_held: z.int(),
  /** Kept by the house. */
  seats_blocked: z.int(),
  /** Reserved on invoice, and not paid for yet. */
  seats_reserved: z.int(),
  seats_sold: z.int(),
  /** Those of them given away at the box office. */
  comps: z.int(),
  capacity_utilization: percent,
  total_bookings: z.int(),
  /** Those of them made at the box office, without a hold. */
  counter_sales: z.int(),
  total_cancellations: z.int(),
  /** Made on invoice, and those of them that ended unpaid: neither is a booking or a cancellation. */
  reservations: z.int(),
  reservations_lapsed: z.int(),
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

/** The same with who came. */
export const EventReport = z.object({
  ...EventAnalytics.shape,
  /** Seats with which somebody is in. */
  checked_in: z.int(),
  /** Sold seats with which nobody came; null before the event's end, and where it is cancelled. */
  no_shows: z.nullable(z.int()),
  /** How many came within five minutes from then on, without those in which nobody did. */
  arrivals: z.array(z.object({ at: Instant, admitted: z.int() })),
});
export type EventReport = z.infer<typeof EventReport>;

/** How a seat sold: a hold that ended without a booking counts as dropped. */
export const SeatPerformance = z.object({
  ...SeatPlace.shape,
  seat_type: z.string(),
  seat_state: SeatState,
  /** What a held or booked seat costs its buyer, and a free one the next. */
  price: amount,
  times_held: z.int(),
  times_dropped: z.int(),
  times_booked: z.int(),
  first_booked_at: z.nullable(z.string()),
});
export type SeatPerformance = z.infer<typeof SeatPerformance>;

/** `natural` is the venue's own order; the others put the earliest booked, most held or most dropped seats first. */
export const SeatSort = z.enum(["natural", "first_booked", "times_held", "times_dropped"]);
export type SeatSort = z.infer<typeof SeatSort>;

/** Seat performance of a whole venue, packed for drawing: every list is in the order of the layout's seats. */
export const SeatHeat = z.object({
  event_id: EventId,
  layout_id: StoredLayoutId,
  times_held: z.array(z.int()),
  times_dropped: z.array(z.int()),
  times_booked: z.array(z.int()),
  /** Epoch seconds; 0 for a seat never booked. */
  first_booked: z.array(z.int()),
});
export type SeatHeat = z.infer<typeof SeatHeat>;

export const Interval = z.enum(["hour", "day"]);
export type Interval = z.infer<typeof Interval>;

/**
 * Bookings and cancellations of one hour or day in the venue's time zone, starting at `from`; periods without any are
 * omitted.
 */
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

/** A booking as the event's organizer sees it; name and e-mail only if the buyer gave them. */
export const SoldBooking = z.object({
  ...BookingView.shape,
  buyer: Contact,
});
export type SoldBooking = z.infer<typeof SoldBooking>;

/**
 * Someone who booked this event: everyone with one e-mail address, else one account or guest. `is_returning`: booked
 * another event of the same organizer earlier. Name and e-mail are those of the latest booking that has them.
 */
export const Buyer = z.object({
  user_id: UserId,
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  bookings: z.int(),
  cancellations: z.int(),
  /** Seats currently booked. */
  seats: z.int(),
  /** Confirmed totals less refunds. */
  spend: amount,
  is_returning: z.boolean(),
  first_booking: z.string(),
  last_booking: z.string(),
  /** At most three, most frequent first, over all events of this organizer that the buyer booked. */
  favourite_tags: z.array(z.string()),
  favourite_artists: z.array(z.string()),
  /** The same of the other events alone: what this one is, all its buyers like. */
  also_likes: z.array(z.string()),
});
export type Buyer = z.infer<typeof Buyer>;

export const Favorite = z.object({ name: z.string(), buyers: z.int() });
export type Favorite = z.infer<typeof Favorite>;

/** All buyers of an event in aggregate; favourites by the number of buyers who share them, at most ten of each. */
export const BuyerSummary = z.object({
  total: z.int(),
  new_buyers: z.int(),
  returning_buyers: z.int(),
  /** Other events of this organizer with bookings: without any, nobody can return and nothing is known of tastes. */
  other_events: z.int(),
  favourite_tags: z.array(Favorite),
  favourite_artists: z.array(Favorite),
  also_likes: z.array(Favorite),
});
export type BuyerSummary = z.infer<typeof BuyerSummary>;
