import { formatClock, toCalendarDate } from "~/ui/format/format-time";

/** A typed date and time in a time zone, or its fault. */
export type ZonedTime = { instant: string } | { fault: string };

/** "2027-01-14T19:30": what the clocks of `zone` show at an instant, as a date-and-time field has it. */
export const toLocalTime = (instant: string, zone: string): string =>
  `${toCalendarDate(instant, zone)}T${formatClock(instant, zone)}`;

const dayMs = 86_400_000;
const field = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * The instant at which the clocks of `zone` show `local`. An hour that is shown twice, in autumn, is its first; a time
 * that the clocks leap over, in spring, is a fault.
 */
export function readLocalTime(local: string, zone: string): ZonedTime {
  const text = local.slice(0, 16);
  const asUtc = Date.parse(`${text}Z`);
  if (!field.test(text) || Number.isNaN(asUtc)) return { fault: "Enter a date and a time." };
  // A zone is never more than a day from UTC, and between those two days it has at most two offsets to try.
  const offsets = [offsetAt(asUtc - dayMs, zone), offsetAt(asUtc + dayMs, zone)];
  const shown = offsets
    .map((offset) => asUtc - offset)
    .filter((at) => toLocalTime(new Date(at).toISOString(), zone) === text)
    .sort((a, b) => a - b);
  const [first] = shown;
  if (first === undefined)
    return { fault: `There is no ${text.slice(11)} on that day in ${zone}: the clocks are set forward.` };
  return { instant: new Date(first).toISOString() };
}

/** How far the clocks of `zone` are ahead of UTC, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${toLocalTime(new Date(minute).toISOString(), zone)}Z`) - minute;
}
