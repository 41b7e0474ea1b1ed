import type { ListedEvent } from "@evently/core/event";
import { DayHeading } from "./day-heading";
import { EventRow } from "./event-row";
import { groupByDay } from "./group-by-day";

type Props = { events: ListedEvent[]; byDay: boolean };

export function EventList({ events, byDay }: Props) {
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
  return groupByDay(events).map(({ date, events: [first, ...more] }) =>
    first === undefined ? null : (
      <section key={date} className="border-line border-t lg:grid lg:grid-cols-[9.5rem_1fr]">
        <DayHeading event={first} />
        <ul className="divide-y divide-line">
          {[first, ...more].map((event) => (
            <EventRow key={event.event_id} event={event} withDay={false} />
          ))}
        </ul>
      </section>
    ),
  );
}
