import { type DateStyle, defaultDateStyle } from "./date-style.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const cached = formats.get(zone);
  if (cached) return cached;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  formats.set(zone, format);
  return format;
}

type Part = "weekday" | "day" | "month" | "year" | "hour" | "minute" | "timeZoneName";

/** The parts are joined here and not by Intl, whose punctuation differs between a server's and a browser's data. */
function partsOf(instant: string, zone: string): Record<Part, string> {
  const parts = formatOf(zone).formatToParts(new Date(instant));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<Part, string>;
}

/** "Thu 14 Jan 2027" or "Thu, Jan 14, 2027", in `zone`. */
export function formatDay(instant: string, zone: string, { monthFirst } = defaultDateStyle): string {
  const { weekday, day, month, year } = partsOf(instant, zone);
  return monthFirst ? `${weekday}, ${month} ${day}, ${year}` : `${weekday} ${day} ${month} ${year}`;
}

/** "14 Jan" or "Jan 14", in `zone`. */
export function formatShortDay(instant: string, zone: string, { monthFirst } = defaultDateStyle): string {
  const { day, month } = partsOf(instant, zone);
  return monthFirst ? `${month} ${day}` : `${day} ${month}`;
}

/** "Thu", "14", "Jan", "2027": for a large date. */
export function splitDay(instant: string, zone: string): { weekday: string; day: string; month: string; year: string } {
  const { weekday, day, month, year } = partsOf(instant, zone);
  return { weekday, day, month, year };
}

/** "19:30" or "7:30 PM", in `zone`; an hour that the clocks show twice is named with its zone: "01:30 EDT". */
export function formatClock(instant: string, zone: string, style = defaultDateStyle): string {
  return (isShownTwice(instant, zone) ? formatOffsetClock : formatBareClock)(instant, zone, style);
}

function formatBareClock(instant: string, zone: string, { hour12 }: DateStyle): string {
  const { hour, minute } = partsOf(instant, zone);
  return hour12 ? toHour12(hour, minute) : `${hour}:${minute}`;
}

/** What the clocks of `zone` show at an instant, as a date-and-time field has it: "2027-01-14T19:30". */
export function toLocalTime(instant: string, zone: string): string {
  return `${toCalendarDate(instant, zone)}T${formatBareClock(instant, zone, defaultDateStyle)}`;
}

/** How far the clocks of `zone` are ahead of UTC at a time, both in milliseconds. */
export function offsetAt(at: number, zone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${toLocalTime(new Date(minute).toISOString(), zone)}Z`) - minute;
}

const dayMs = 86_400_000;

/** Whether the clocks of `zone` show the time of this instant once more, as they do in autumn. */
function isShownTwice(instant: string, zone: string): boolean {
  const at = Date.parse(instant);
  const setBack = offsetAt(at - dayMs, zone) - offsetAt(at + dayMs, zone);
  if (setBack <= 0) return false;
  const local = at + offsetAt(at, zone);
  return [at - setBack, at + setBack].some((other) => other + offsetAt(other, zone) === local);
}

/** "19:30:05" or "7:30:05 PM", in `zone`; no zone is offset by seconds. */
export function formatSeconds(instant: string, zone: string, { hour12 } = defaultDateStyle): string {
  const { hour, minute } = partsOf(instant, zone);
  const minutes = `${minute}:${instant.slice(17, 19)}`;
  return hour12 ? toHour12(hour, minutes) : `${hour}:${minutes}`;
}

const toHour12 = (hour: string, minutes: string) =>
  `${Number(hour) % 12 || 12}:${minutes} ${Number(hour) < 12 ? "AM" : "PM"}`;

/** What tells an hour from the same one on another clock of its zone: "EST", "GMT+1". */
export function nameOffset(instant: string, zone: string): string {
  return partsOf(instant, zone).timeZoneName;
}

const halfYearMs = 182 * dayMs;

/** The zone as people call it: "EST", or "Berlin time" where English has no letters for it all year round. */
export function nameZone(instant: string, zone: string): string {
  const now = nameOffset(instant, zone);
  const later = nameOffset(new Date(Date.parse(instant) + halfYearMs).toISOString(), zone);
  const city = zone.startsWith("Etc/") ? undefined : zone.split("/").slice(1).at(-1);
  const isLetters = [now, later].every((name) => /^[A-Z]+$/.test(name));
  return isLetters || city === undefined ? now : `${city.replaceAll("_", " ")} time`;
}

/** "Thu 14 Jan 2027, 19:30 EST" or "Thu, Jan 14, 2027, 7:30 PM EST". */
export function formatDateTime(instant: string, zone: string, style = defaultDateStyle): string {
  return `${formatDay(instant, zone, style)}, ${formatZonedClock(instant, zone, style)}`;
}

/** "19:30 EST" or "7:30 PM Berlin time", in `zone`. */
export function formatZonedClock(instant: string, zone: string, style = defaultDateStyle): string {
  if (isShownTwice(instant, zone)) return formatOffsetClock(instant, zone, style);
  return `${formatBareClock(instant, zone, style)} ${nameZone(instant, zone)}`;
}

/** "19:30 EST" or "19:30 GMT+1", in `zone`. */
export function formatOffsetClock(instant: string, zone: string, style = defaultDateStyle): string {
  return `${formatBareClock(instant, zone, style)} ${nameOffset(instant, zone)}`;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in `zone`, as YYYY-MM-DD. */
export function toCalendarDate(instant: string, zone: string): string {
  const calendar =
    calendars.get(zone) ??
    new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  calendars.set(zone, calendar);
  return calendar.format(new Date(instant));
}
