import type { DateStyle } from "@evently/core/format/date-style";
import { formatDays, formatSpan, formatTimes, isOneDay, lastsDays, type Span } from "@evently/core/format/format-span";
import {
  formatClock,
  formatDay,
  formatShortDay,
  formatZonedClock,
  nameOffset,
  toCalendarDate,
} from "@evently/core/format/format-time";
import { formatDuration } from "~/ui/format/format-duration";

type TimedEvent = Span & { duration: number; doors_time?: string | undefined };

/** The day or days, the time where it is not among the notes, and beneath them how long it lasts and when the doors open. */
export type TimeWords = { day: string; clock: string | null; notes: string[] };

/** When an event takes place, as its page and a ticket say it. */
export function describeTime(event: TimedEvent, style: DateStyle): TimeWords {
  const { start_time, end_time, timezone, duration } = event;
  const doors = describeDoors(event, style);
  if (lastsDays(event))
    return { day: formatDays(event, style), clock: null, notes: [formatSpan(event, style), ...doors] };
  const day = formatDay(start_time, timezone, style);
  const lasts = formatDuration(duration);
  if (!isOneDay(event) || nameOffset(start_time, timezone) !== nameOffset(end_time, timezone))
    return { day, clock: formatTimes(event, style), notes: [lasts, ...doors] };
  const until = `${lasts}, until ${formatClock(end_time, timezone, style)}`;
  return { day, clock: formatZonedClock(start_time, timezone, style), notes: [until, ...doors] };
}

/** "Doors 18:30"; with its day where that is not the day of the start. */
function describeDoors({ start_time, timezone, doors_time }: TimedEvent, style: DateStyle): string[] {
  if (!doors_time) return [];
  const clock = formatClock(doors_time, timezone, style);
  const isSameDay = toCalendarDate(doors_time, timezone) === toCalendarDate(start_time, timezone);
  return [`Doors ${isSameDay ? clock : `${formatShortDay(doors_time, timezone, style)}, ${clock}`}`];
}
