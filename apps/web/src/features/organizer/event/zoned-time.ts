import { offsetAt, toLocalTime } from "@evently/core/format/format-time";

/** Which of two instants is meant where the clocks show a time twice, in autumn. */
export type Occurrence = "first" | "second";

/** A typed date and time in a time zone, or its fault. */
export type ZonedTime = { instant: string } | { fault: string };

const dayMs = 86_400_000;
const field = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * The instant at which the clocks of `zone` show `local`. Of a time that they show twice it is the one that is meant; a
 * time that they leap over, in spring, is a fault.
 */
export function readLocalTime(local: string, zone: string, meant: Occurrence = "first"): ZonedTime {
  const text = local.slice(0, 16);
  if (!isDateTime(text)) return { fault: "Enter a date and a time." };
  const shown = listInstants(text, zone);
  const instant = meant === "second" ? shown.at(-1) : shown[0];
  if (instant === undefined)
    return { fault: `There is no ${text.slice(11)} on that day in ${zone}: the clocks are set forward.` };
  return { instant };
}

/** Every instant at which the clocks of `zone` show `local`: none, one or two. */
export function listInstants(local: string, zone: string): string[] {
  const text = local.slice(0, 16);
  if (!isDateTime(text)) return [];
  const asUtc = Date.parse(`${text}Z`);
  // A zone is never more than a day from UTC, and between those two days it has at most two offsets to try.
  const offsets = new Set([offsetAt(asUtc - dayMs, zone), offsetAt(asUtc + dayMs, zone)]);
  return [...offsets]
    .map((offset) => new Date(asUtc - offset).toISOString())
    .filter((instant) => toLocalTime(instant, zone) === text)
    .sort();
}

const isDateTime = (text: string) => field.test(text) && !Number.isNaN(Date.parse(`${text}Z`));
