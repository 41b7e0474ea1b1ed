import { Temporal } from "temporal-polyfill";
import type { DemoEvent } from "./catalog.ts";
import { getHall } from "./halls.ts";

const firstAfterDays = 3;

/**
 * Moves all events by the same number of whole weeks, so that the earliest is 3 to 9 days after `now` (epoch seconds)
 * in its hall's time zone. Weekday and local time stay; `start_time` is the UTC instant. Throws for an unknown hall.
 */
export function scheduleEvents<E extends DemoEvent>(events: E[], now: number): (E & { start_time: string })[] {
  const [first] = [...events].sort((a, b) => (a.date < b.date ? -1 : 1));
  if (!first) return [];
  const weeks = weeksToMove(first, now);
  return events.map((event) => {
    const date = Temporal.PlainDate.from(event.date).add({ weeks });
    const start = date.toZonedDateTime({ timeZone: getHall(event.venue).timezone, plainTime: event.time });
    return { ...event, date: date.toString(), start_time: start.toInstant().toString() };
  });
}

function weeksToMove(first: DemoEvent, now: number): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(now * 1000));
  const today = instant.toZonedDateTimeISO(getHall(first.venue).timezone).toPlainDate();
  const earliest = today.add({ days: firstAfterDays });
  return Math.ceil(Temporal.PlainDate.from(first.date).until(earliest, { largestUnit: "days" }).days / 7);
}
