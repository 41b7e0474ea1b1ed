import type { BookingView } from "@evently/core/booking";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import ical, { ICalEventStatus } from "ical-generator";
import { addMinutes } from "~/ui/format/format-time";
import type { BookedEvent } from "../find-booked-event";

/** A booking as RFC 5545 text with one entry, its seats in the notes; `page` is the ticket's address. Times are UTC. */
export function writeTicketCalendar(
  booking: Pick<BookingView, "booking_id" | "state" | "lines">,
  event: BookedEvent,
  page: string,
): string {
  const isCancelled = booking.state === "cancelled" || event.status === "cancelling" || event.status === "cancelled";
  const calendar = ical({ name: event.name, prodId: { company: "Evently", product: "Ticket", language: "EN" } });
  calendar.createEvent({
    id: `${booking.booking_id}@evently`,
    start: new Date(event.start_time),
    end: new Date(addMinutes(event.start_time, event.duration)),
    summary: event.name,
    location: `${event.venue_name}, ${event.city}`,
    description: [...booking.lines.map(nameSeat), `Booking ${booking.booking_id}`].join("\n"),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    url: page,
  });
  return calendar.toString();
}
