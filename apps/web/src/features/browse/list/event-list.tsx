import type { EventCard, ListedEvent } from "@evently/core/event";
import { formatDay, splitDay, toCalendarDate } from "@evently/core/format/format-time";
import { memo } from "react";
import { useDateStyle } from "~/ui/format/use-date-style";
import { EventRow } from "./event-row";

type Props = { events: ListedEvent[]; byDay: boolean };

/** Not rendered again with each letter that is typed into the search. */
export const EventList = memo(function EventList({ events, byDay }: Props) {
  if (!byDay) {
    return (
      <>
        <h2 className="sr-only">Events</h2>
        <ul className="divide-y divide-line border-line border-y">
          {events.map((event) => (
            <EventRow key={event.event_id} event={event} withDay />
          ))}
        </ul>
      </>
    );
  }
  return groupByDay(events).map(({ date, events: [first, ...others] }) =>
    first === undefined ? null : (
      <section key={date} className="border-line border-t lg:grid lg:grid-cols-[9.5rem_1fr]">
        <DayHeading event={first} />
        <ul className="divide-y divide-line">
          {[first, ...others].map((event) => (
            <EventRow key={event.event_id} event={event} withDay={false} />
          ))}
        </ul>
      </section>
    ),
  );
});

/** On a phone a strip that sticks to the top, elsewhere a large date in the margin. */
function DayHeading({ event }: { event: Pick<EventCard, "start_time" | "timezone"> }) {
  const { weekday, day, month, year } = splitDay(event.start_time, event.timezone);
  return (
    <h2 className="sticky top-0 z-10 -mx-4 bg-paper px-4 py-2 sm:mx-0 sm:px-0 lg:top-6 lg:z-0 lg:self-start lg:bg-transparent lg:py-5">
      <span className="sr-only">{formatDay(event.start_time, event.timezone, useDateStyle())}</span>
      <span aria-hidden="true" className="flex items-baseline gap-2 lg:flex-col lg:gap-0">
        <span className="font-semibold text-14 text-curtain uppercase tracking-[0.08em]">{weekday}</span>
        {/* Its line is lower than its letters: in forced colors their backplate would cover the weekday above. */}
        <span className="display figures forced-color-adjust-none font-semibold text-22 lg:text-64">{day}</span>
        <span className="font-medium text-14 text-soft lg:mt-1">
          {month} {year}
        </span>
      </span>
    </h2>
  );
}

type Day = { date: string; events: ListedEvent[] };

/** Runs of events on the same local day, in the given order. */
function groupByDay(events: readonly ListedEvent[]): Day[] {
  const days: Day[] = [];
  for (const event of events) {
    const date = toCalendarDate(event.start_time, event.timezone);
    const last = days.at(-1);
    if (last?.date === date) last.events.push(event);
    else days.push({ date, events: [event] });
  }
  return days;
}
