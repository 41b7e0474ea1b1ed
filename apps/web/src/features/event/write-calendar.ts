import type { EventPage } from "@evently/core/event";
import ical, { ICalEventStatus } from "ical-generator";
import { addMinutes } from "~/ui/format/format-time";

type CalendarEvent = Pick<
  EventPage,
  "event_id" | "name" | "artists" | "start_time" | "duration" | "venue_name" | "city" | "timezone" | "status"
>;

/** An event as RFC 5545 text with one entry. Times are UTC, which needs no zone table. */
export function writeCalendar(event: CalendarEvent, page: string): string {
  const calendar = ical({ name: event.name, prodId: { company: "Evently", product: "Evently", language: "EN" } });
  const entry = calendar.createEvent({
    id: `${event.event_id}@evently`,
    start: new Date(event.start_time),
    end: new Date(addMinutes(event.start_time, event.duration)),
    summary: event.name,
    description: event.artists.join(", "),
    location: `${event.venue_name}, ${event.city}`,
    url: page,
  });
  if (event.status === "cancelled" || event.status === "cancelling") entry.status(ICalEventStatus.CANCELLED);
  return calendar.toString();
}
