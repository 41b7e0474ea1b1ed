const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
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
  formats.set(zone, made);
  return made;
}

type Part = "weekday" | "day" | "month" | "year" | "hour" | "minute" | "timeZoneName";

/** The parts are put together here and not by Intl, whose punctuation differs between a server's and a browser's data. */
function partsOf(instant: string, zone: string): Record<Part, string> {
  const parts = formatOf(zone).formatToParts(new Date(instant));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<Part, string>;
}

/** "Thu 14 Jan 2027", as the clocks of `zone` have it. */
export function formatDay(instant: string, zone: string): string {
  const { weekday, day, month, year } = partsOf(instant, zone);
  return `${weekday} ${day} ${month} ${year}`;
}

/** "Thu", "14", "Jan", "2027": for setting a day large. */
export function splitDay(instant: string, zone: string): { weekday: string; day: string; month: string; year: string } {
  const { weekday, day, month, year } = partsOf(instant, zone);
  return { weekday, day, month, year };
}

/** "19:30", as the clocks of `zone` have it. */
export function formatClock(instant: string, zone: string): string {
  const { hour, minute } = partsOf(instant, zone);
  return `${hour}:${minute}`;
}

/** "19:30:05", as the clocks of `zone` have it; no zone is off by parts of a minute. */
export function formatSeconds(instant: string, zone: string): string {
  return `${formatClock(instant, zone)}:${instant.slice(17, 19)}`;
}

/** The zone's short name at that instant: "EST", "GMT+1". */
export function nameZone(instant: string, zone: string): string {
  return partsOf(instant, zone).timeZoneName;
}

/** "Thu 14 Jan 2027, 19:30 EST". */
export function formatDateTime(instant: string, zone: string): string {
  return `${formatDay(instant, zone)}, ${formatClock(instant, zone)} ${nameZone(instant, zone)}`;
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
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
}

/** `minutes` after an instant. */
export function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
