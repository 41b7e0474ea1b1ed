import type { EventPage, ListedEvent } from "@evently/core/event";
import { formatDateTime } from "@evently/core/format/format-time";
import Link from "next/link";
import { getDateStyle } from "~/features/site/get-date-style";
import { getApi } from "~/trpc/server";
import { formatCount } from "~/ui/format/format-count";

const most = 60;

/** The other dates of an event's series that have not ended; nothing where there are none, or they can't be read now. */
export async function OtherDates({ event }: { event: Pick<EventPage, "series_id" | "event_id"> }) {
  if (event.series_id === null) return null;
  const dates = await findDates(event);
  if (dates.length === 0) return null;
  const style = await getDateStyle();
  return (
    <section aria-labelledby="other-dates" className="flex flex-col gap-3">
      <h2 id="other-dates" className="display font-semibold text-22">
        {dates.length === 1 ? "Another date" : `${formatCount(dates.length)} other dates`}
      </h2>
      <ul className="flex flex-wrap gap-3">
        {dates.map(({ event_id, start_time, timezone, seats_left }) => (
          <li key={event_id}>
            <Link
              href={`/events/${event_id}`}
              className="figures flex min-h-11 flex-col justify-center rounded-control border border-outline px-4 py-2 hover:bg-sunken"
            >
              <time dateTime={start_time}>{formatDateTime(start_time, timezone, style)}</time>
              {seats_left === 0 ? <span className="text-14 text-soft">sold out</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The event's page is complete without them. */
async function findDates({ series_id, event_id }: Pick<EventPage, "series_id" | "event_id">): Promise<ListedEvent[]> {
  if (series_id === null) return [];
  const found = await getApi()
    .event.search.query({ series_id, limit: most + 1, sort: "date" })
    .catch(() => null);
  return found?.items.filter((date) => date.event_id !== event_id).slice(0, most) ?? [];
}
