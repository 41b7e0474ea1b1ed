import type { BookingView } from "@evently/core/booking";
import { writeCalendarFile } from "~/features/calendar/write-calendar-file";
import { describePlace, listFactNotes } from "~/features/event/list-fact-notes";
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
    location: describePlace(event),
    notes: [...places.map(describeSeat), ...listFactNotes(event), `Booking ${booking.booking_id}`],
  });
}

const describeSeat = (place: SeatPlace) => [place.section, namePlace(place)].filter(Boolean).join(", ");
