import type { BookingView } from "@evently/core/booking";
import { writeCalendarFile } from "~/features/calendar/write-calendar-file";
import type { BookedEvent } from "../find-booked-event";
import { namePlace, type SeatPlace } from "../seat-place";

/** A booking as a calendar file, its seats in the notes; `page` is the ticket's address. */
export function writeTicketCalendar(
  booking: Pick<BookingView, "booking_id" | "booking_date" | "cancelled_at">,
  event: BookedEvent,
  places: readonly SeatPlace[],
  page: string,
): string {
  const { start_time, duration } = event;
  return writeCalendarFile({
    id: booking.booking_id,
    ...{ start_time, duration, page },
    created_at: booking.booking_date,
    cancelled_at: booking.cancelled_at ?? event.cancelled_at,
    summary: event.name,
    location: `${event.venue_name}, ${event.city}`,
    notes: [...places.map((place) => describePlace(place)), `Booking ${booking.booking_id}`],
  });
}

const describePlace = (place: SeatPlace) => [place.section, namePlace(place)].filter(Boolean).join(", ");
