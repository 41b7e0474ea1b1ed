import { type DateStyle, defaultDateStyle } from "./date-style.ts";
import {
  formatClock,
  formatDateTime,
  formatDay,
  formatOffsetClock,
  formatShortDay,
  formatZonedClock,
  nameOffset,
  splitDay,
  toCalendarDate,
} from "./format-time.ts";

/** From an instant to another, and the time zone in which they are told. */
export type Span = { start_time: string; end_time: string; timezone: string };

const dayMs = 86_400_000;

/** Whether the span begins and ends on one calendar day; midnight belongs to the day that ends with it. */
export function isOneDay({ start_time, end_time, timezone }: Span): boolean {
  return toCalendarDate(start_time, timezone) === toCalendarDate(justBefore(end_time), timezone);
}

/** Whether the span is told by its days: it lasts a day or longer, and not on one calendar day alone. */
export function lastsDays(span: Span): boolean {
  return !isOneDay(span) && Date.parse(span.end_time) - Date.parse(span.start_time) >= dayMs;
}

/** Short, for headings and lists: "Thu 14 Jan 2027, 19:30 EST", what passes midnight as by formatSpan, "8 to 18 Jan 2027". */
export function formatWhen(span: Span, style = defaultDateStyle): string {
  if (lastsDays(span)) return formatDays(span, style);
  return isOneDay(span) ? formatDateTime(span.start_time, span.timezone, style) : formatSpan(span, style);
}

/** "Fri 8 Jan 2027, 23:00 to Sat 9 Jan, 02:00 EST"; a clock change inside is told by both offsets. */
export function formatSpan(span: Span, style = defaultDateStyle): string {
  return `${formatDay(span.start_time, span.timezone, style)}, ${formatTimes(span, style)}`;
}

/** The times of a span whose first day is already told: "19:30 to 21:30 EST", "23:00 to Sat 9 Jan, 02:00 EST". */
export function formatTimes({ start_time, end_time, timezone }: Span, style = defaultDateStyle): string {
  const isChanged = nameOffset(start_time, timezone) !== nameOffset(end_time, timezone);
  const start = (isChanged ? formatOffsetClock : formatClock)(start_time, timezone, style);
  const end = (isChanged ? formatOffsetClock : formatZonedClock)(end_time, timezone, style);
  if (toCalendarDate(start_time, timezone) === toCalendarDate(end_time, timezone)) return `${start} to ${end}`;
  return `${start} to ${formatLastDay(start_time, end_time, timezone, style)}, ${end}`;
}

/** "Sat 9 Jan", with its year where that is another than the first day's. */
function formatLastDay(start: string, end: string, zone: string, style: DateStyle): string {
  if (splitDay(start, zone).year !== splitDay(end, zone).year) return formatDay(end, zone, style);
  const separator = style.monthFirst ? ", " : " ";
  return `${splitDay(end, zone).weekday}${separator}${formatShortDay(end, zone, style)}`;
}

/** "8 to 18 Jan 2027", "28 Jan to 3 Feb 2027", "28 Dec 2026 to 3 Jan 2027"; or "Jan 8 to 18, 2027". */
export function formatDays({ start_time, end_time, timezone }: Span, { monthFirst } = defaultDateStyle): string {
  const [first, last] = [splitDay(start_time, timezone), splitDay(justBefore(end_time), timezone)];
  const isSameYear = first.year === last.year;
  const isSameMonth = isSameYear && first.month === last.month;
  if (monthFirst) {
    const from = `${first.month} ${first.day}${isSameYear ? "" : `, ${first.year}`}`;
    return `${from} to ${isSameMonth ? last.day : `${last.month} ${last.day}`}, ${last.year}`;
  }
  const from = [first.day, isSameMonth ? "" : first.month, isSameYear ? "" : first.year].filter(Boolean).join(" ");
  return `${from} to ${last.day} ${last.month} ${last.year}`;
}

function justBefore(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString();
}
