import type { BookingView } from "@evently/core/booking";
import type { BookedEvent } from "../find-booked-event";

export type ListedBooking = { booking: BookingView; event: BookedEvent | null };

export type BookingGroups = { upcoming: ListedBooking[]; past: ListedBooking[]; cancelled: ListedBooking[] };

/**
 * Upcoming ones soonest first, past ones latest first, cancelled ones by the time of cancellation. An event is past once it
 * has ended. `now` in epoch seconds.
 */
export function groupBookings(listed: readonly ListedBooking[], now: number): BookingGroups {
  const groups: BookingGroups = { upcoming: [], past: [], cancelled: [] };
  for (const booking of listed) groups[groupOf(booking, now)].push(booking);
  groups.upcoming.sort((a, b) => startOf(a) - startOf(b));
  groups.past.sort((a, b) => startOf(b) - startOf(a));
  groups.cancelled.sort((a, b) => (b.booking.cancelled_at ?? "").localeCompare(a.booking.cancelled_at ?? ""));
  return groups;
}

/** Without its event, a booking that can still be cancelled has not begun. */
function groupOf({ booking, event }: ListedBooking, now: number): keyof BookingGroups {
  if (booking.state === "cancelled") return "cancelled";
  if (event === null) return booking.refund_if_cancelled === null ? "past" : "upcoming";
  return Date.parse(event.end_time) / 1000 > now ? "upcoming" : "past";
}

const startOf = ({ booking, event }: ListedBooking) => Date.parse(event?.start_time ?? booking.booking_date);
