import type { BookingView } from "@evently/core/booking";
import type { EventPage } from "@evently/core/event";
import { defaultDateStyle } from "@evently/core/format/date-style";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { describePlace, type EventFactNotes, listFactNotes } from "./list-fact-notes.ts";
import { writeCalendarFile } from "./write-calendar-file.ts";

export type CalendarBooking = Pick<
  BookingView,
  "booking_id" | "booking_date" | "state" | "cancelled_at" | "lines" | "changes" | "paid_at"
>;
export type CalendarEvent = Pick<
  EventPage,
  "name" | "start_time" | "duration" | "venue_name" | "address" | "city" | "cancelled_at" | "revision"
> &
  EventFactNotes;

/** A booking as a calendar file, its seats in the notes; `page` is the ticket's address, null where nobody knows it. */
export function writeTicketCalendar(
  booking: CalendarBooking,
  event: CalendarEvent,
  page: string | null,
  style = defaultDateStyle,
): string {
  const { start_time, duration } = event;
  return writeCalendarFile({
    id: booking.booking_id,
    ...{ start_time, duration, page },
    created_at: booking.booking_date,
    cancelled_at: booking.cancelled_at ?? event.cancelled_at,
    isTentative: booking.state === "awaiting_payment",
    sequence: event.revision + countChanges(booking),
    summary: event.name,
    location: describePlace(event),
    notes: [...booking.lines.map(nameSeat), ...listFactNotes(event, style), `Booking ${booking.booking_id}`],
  });
}

/** The booking's own, beside those of its event. */
const countChanges = ({ changes = 0, paid_at, cancelled_at }: CalendarBooking): number =>
  changes + (paid_at === undefined ? 0 : 1) + (cancelled_at === null ? 0 : 1);
