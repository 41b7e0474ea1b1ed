import type { BookingView } from "@evently/core/booking";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { writeCalendarFile } from "~/features/calendar/write-calendar-file";
import { describePlace, listFactNotes } from "~/features/event/list-fact-notes";
import { defaultDateStyle } from "~/ui/format/date-style";
import type { BookedEvent } from "../find-booked-event";

/** A booking as a calendar file, its seats in the notes; `page` is the ticket's address. */
export function writeTicketCalendar(
  booking: Pick<BookingView, "booking_id" | "booking_date" | "cancelled_at" | "lines">,
  event: BookedEvent,
  page: string,
  style = defaultDateStyle,
): string {
  const { start_time, duration } = event;
  return writeCalendarFile({
    id: booking.booking_id,
    ...{ start_time, duration, page },
    created_at: booking.booking_date,
    cancelled_at: booking.cancelled_at ?? event.cancelled_at,
    // The event's changes, and the booking's own.
    sequence: event.revision + (booking.cancelled_at === null ? 0 : 1),
    summary: event.name,
    location: describePlace(event),
    notes: [...booking.lines.map(nameSeat), ...listFactNotes(event, style), `Booking ${booking.booking_id}`],
  });
}
