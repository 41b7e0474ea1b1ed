import type { EventPage } from "@evently/core/event";
import { writeCalendarFile } from "../calendar/write-calendar-file";

type CalendarEvent = Pick<
  EventPage,
  "event_id" | "name" | "artists" | "start_time" | "duration" | "venue_name" | "city" | "created_at" | "cancelled_at"
>;

/** An event as a calendar file. */
export function writeCalendar(event: CalendarEvent, page: string): string {
  const { event_id, name, artists, start_time, duration, venue_name, city, created_at, cancelled_at } = event;
  return writeCalendarFile({
    id: event_id,
    ...{ start_time, duration, created_at, cancelled_at, page },
    summary: name,
    location: `${venue_name}, ${city}`,
    notes: artists.length === 0 ? [] : [artists.join(", ")],
  });
}
