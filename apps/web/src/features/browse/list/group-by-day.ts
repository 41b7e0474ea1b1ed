import type { ListedEvent } from "@evently/core/event";
import { toCalendarDate } from "~/ui/format/format-time";

export type Day = { date: string; events: ListedEvent[] };

/** Runs of events on the same calendar day of their own venues, in the order given. */
export function groupByDay(events: readonly ListedEvent[]): Day[] {
  const days: Day[] = [];
  for (const event of events) {
    const date = toCalendarDate(event.start_time, event.timezone);
    const last = days.at(-1);
    if (last?.date === date) last.events.push(event);
    else days.push({ date, events: [event] });
  }
  return days;
}
