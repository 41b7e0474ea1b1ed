import { describePlace, type EventFactNotes, listFactNotes } from "@evently/calendar/list-fact-notes";
import { writeCalendarFile } from "@evently/calendar/write-calendar-file";
import type { EventPage } from "@evently/core/event";
import { mostListedArtists } from "@evently/core/event/limits.rules";
import { defaultDateStyle } from "@evently/core/format/date-style";

type CalendarEvent = Pick<
  EventPage,
  "event_id" | "name" | "artists" | "start_time" | "duration" | "venue_name" | "city" | "created_at" | "cancelled_at"
> &
  Pick<EventPage, "revision"> &
  Pick<EventPage, "address"> &
  EventFactNotes;

/** An event as a calendar file. */
export function writeCalendar(event: CalendarEvent, page: string, style = defaultDateStyle): string {
  const { event_id, name, artists, start_time, duration, created_at, cancelled_at, revision } = event;
  const first = artists.slice(0, mostListedArtists).join(", ");
  const others = artists.length - mostListedArtists;
  return writeCalendarFile({
    id: event_id,
    ...{ start_time, duration, created_at, cancelled_at, page },
    isTentative: false,
    sequence: revision,
    summary: name,
    location: describePlace(event),
    notes: [
      ...(artists.length === 0 ? [] : [others > 0 ? `${first} and ${others} more` : first]),
      ...listFactNotes(event, style),
    ],
  });
}
