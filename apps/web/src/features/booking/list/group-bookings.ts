import type { BookingView } from "@evently/core/booking";
import type { EventPage } from "@evently/core/event";

/** What a list shows of a booking's event. */
export type BookedEvent = Pick<
  EventPage,
  "event_id" | "name" | "artists" | "tags" | "start_time" | "duration" | "timezone" | "venue_name" | "city" | "status"
>;

export type ListedBooking = { booking: BookingView; event: BookedEvent | null };

export type BookingGroups = { upcoming: ListedBooking[]; past: ListedBooking[]; cancelled: ListedBooking[] };

/**
 * Upcoming ones as they come next, past ones latest first, cancelled ones by when that was. A concert is past once it has
 * ended. `now` in epoch seconds.
 */
export function groupBookings(listed: readonly ListedBooking[], now: number): BookingGroups {
  const groups: BookingGroups = { upcoming: [], past: [], cancelled: [] };
  for (const one of listed) groups[groupOf(one, now)].push(one);
  groups.upcoming.sort((a, b) => startOf(a) - startOf(b));
  groups.past.sort((a, b) => startOf(b) - startOf(a));
  groups.cancelled.sort((a, b) => (b.booking.cancelled_at ?? "").localeCompare(a.booking.cancelled_at ?? ""));
  return groups;
}

/** While its event is not known, what the API still lets one cancel has not begun. */
function groupOf({ booking, event }: ListedBooking, now: number): keyof BookingGroups {
  if (booking.state === "cancelled") return "cancelled";
  if (event === null) return booking.refund_if_cancelled === null ? "past" : "upcoming";
  return Date.parse(event.start_time) / 1000 + event.duration * 60 > now ? "upcoming" : "past";
}

const startOf = ({ booking, event }: ListedBooking) => Date.parse(event?.start_time ?? booking.booking_date);
