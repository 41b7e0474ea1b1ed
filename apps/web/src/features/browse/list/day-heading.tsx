import type { EventCard } from "@evently/core/event";
import { splitDay } from "~/ui/format/format-time";

/** A day of the list: a strip that stays on top on a phone, a large date in the margin elsewhere. */
export function DayHeading({ event }: { event: Pick<EventCard, "start_time" | "timezone"> }) {
  const { weekday, day, month, year } = splitDay(event.start_time, event.timezone);
  return (
    <h2 className="sticky top-0 z-10 -mx-4 bg-paper px-4 py-2 sm:mx-0 sm:px-0 lg:top-6 lg:z-0 lg:self-start lg:bg-transparent lg:py-5">
      <span className="sr-only">{`${weekday} ${day} ${month} ${year}`}</span>
      <span aria-hidden="true" className="flex items-baseline gap-2 lg:flex-col lg:gap-0">
        <span className="font-semibold text-14 text-curtain uppercase tracking-[0.08em]">{weekday}</span>
        <span className="display figures font-semibold text-22 lg:text-64">{day}</span>
        <span className="font-medium text-14 text-soft lg:mt-1">
          {month} {year}
        </span>
      </span>
    </h2>
  );
}
