import { defaultDateStyle } from "./date-style";

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

/** "19:30" or "7:30 PM", in `zone`. */
export function formatClock(instant: string, zone: string, { hour12 } = defaultDateStyle): string {
  const { hour, minute } = partsOf(instant, zone);
  return hour12 ? toHour12(hour, minute) : `${hour}:${minute}`;
}

/** "19:30:05" or "7:30:05 PM", in `zone`; no zone is offset by seconds. */
export function formatSeconds(instant: string, zone: string, { hour12 } = defaultDateStyle): string {
  const { hour, minute } = partsOf(instant, zone);
  const minutes = `${minute}:${instant.slice(17, 19)}`;
  return hour12 ? toHour12(hour, minutes) : `${hour}:${minutes}`;
}

const toHour12 = (hour: string, minutes: string) =>
  `${Number(hour) % 12 || 12}:${minutes} ${Number(hour) < 12 ? "AM" : "PM"}`;

/** The zone's short name at that instant: "EST", "GMT+1". */
export function nameZone(instant: string, zone: string): string {
  return partsOf(instant, zone).timeZoneName;
}

/** "Thu 14 Jan 2027, 19:30 EST" or "Thu, Jan 14, 2027, 7:30 PM EST". */
export function formatDateTime(instant: string, zone: string, style = defaultDateStyle): string {
  return `${formatDay(instant, zone, style)}, ${formatClock(instant, zone, style)} ${nameZone(instant, zone)}`;
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

/** "2 h 10 min", "45 min". */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const minutesLeft = minutes % 60;
  return [hours > 0 ? `${hours} h` : "", minutesLeft > 0 || hours === 0 ? `${minutesLeft} min` : ""]
    .filter(Boolean)
    .join(" ");
}

/** `minutes` after an instant. */
export function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

const countUnits = (value: number, unit: string) => `${value} ${unit}${value === 1 ? "" : "s"}`;

/** A waiting time in its largest fitting unit, rounded up: "3 days", "5 hours", "1 minute". */
export function formatWait(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 60) return countUnits(minutes, "minute");
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? countUnits(hours, "hour") : countUnits(Math.ceil(hours / 24), "day");
}
