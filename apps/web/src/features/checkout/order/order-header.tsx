import type { BookedEvent } from "~/features/booking/find-booked-event";
import { EventPlace } from "~/features/event/event-place";
import { Poster } from "~/features/poster/poster";
import { DateSpan } from "~/ui/format/date-span";

/** The event that an order is for. */
export function OrderHeader({ event }: { event: BookedEvent }) {
  return (
    <div className="flex gap-4 border-line border-b p-4 sm:p-5">
      <Poster event={event} className="hidden h-fit w-20 shrink-0 sm:block" />
      <div className="flex min-w-0 flex-col gap-1">
        <p dir="auto" className="display text-balance font-semibold text-18 lg:text-22">
          {event.name}
        </p>
        <p className="text-14">
          <DateSpan span={event} />
        </p>
        <p className="text-14 text-soft">
          <EventPlace {...event} />
        </p>
      </div>
    </div>
  );
}
