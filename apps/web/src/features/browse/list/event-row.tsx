import type { ListedEvent } from "@evently/core/event";
import { saleStatus } from "@evently/core/event/event.rules";
import { isOneDay, lastsDays } from "@evently/core/format/format-span";
import { memo } from "react";
import { useServerTime } from "~/features/clock/use-server-time";
import { EventPlace } from "~/features/event/event-place";
import { Poster } from "~/features/poster/poster";
import { DateSpan } from "~/ui/format/date-span";
import { DateTime } from "~/ui/format/date-time";
import { describePrices } from "~/ui/format/describe-prices";
import { formatCount } from "~/ui/format/format-count";
import { Price } from "~/ui/format/price";
import { useDateStyle } from "~/ui/format/use-date-style";
import { describeDates, joinDates } from "./describe-dates";
import { EventLink } from "./event-link";
import { SaleBadge } from "./sale-badge";

type Props = { event: ListedEvent; withDay: boolean };

/** One event of the list, or a series as its first date; the whole row is clickable, and the link is named by the event. */
export const EventRow = memo(function EventRow({ event, withDay }: Props) {
  const row = joinDates(event);
  const { price_min, price_max, seats_left } = row;
  const sale = useServerTime((now) => saleStatus({ ...row, status: "published" }, now, seats_left));
  const dates = describeDates(event, useDateStyle());
  return (
    <li className="group relative flex gap-4 py-4 sm:gap-6">
      <Poster
        event={event}
        className="h-fit w-20 shrink-0 transition-transform group-hover:-translate-y-1 sm:w-[6.5rem]"
      />
      <div className="flex min-w-0 grow flex-col gap-1 sm:flex-row sm:gap-6">
        <div className="flex min-w-0 grow flex-col gap-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium text-14 text-soft">
            {withDay ? <DateSpan span={event} /> : <TimeOfDay event={event} />}
            {dates ? <span className="figures text-ink">{dates}</span> : null}
            <SaleBadge event={row} sale={sale} />
          </p>
          <h3 dir="auto" className="display font-semibold text-18 sm:text-22 lg:text-28">
            <EventLink event_id={event.event_id} className="decoration-2 underline-offset-4">
              {event.name}
            </EventLink>
          </h3>
          {event.artists.length > 0 ? (
            <p className="line-clamp-2 text-14 sm:text-16">
              <bdi>{event.artists.join(", ")}</bdi>
            </p>
          ) : null}
          <p className="text-14 text-soft">
            <EventPlace {...event} />
            {(event.dates?.venue_count ?? 1) > 1 ? " and other venues" : null}
          </p>
        </div>
        <p className="mt-1 flex shrink-0 flex-wrap items-baseline gap-x-1.5 sm:mt-6 sm:flex-col sm:flex-nowrap sm:items-end sm:gap-0">
          {price_min < price_max ? <span className="text-14 text-soft">from</span> : null}
          {price_max === 0 ? (
            <span className="font-semibold text-18 sm:text-22">{describePrices(row)}</span>
          ) : (
            <Price amount={price_min} currency={event.currency} className="font-semibold text-18 sm:text-22" />
          )}
          {sale === "open" ? (
            <span className="figures ml-auto whitespace-nowrap text-14 text-soft sm:ml-0">{`${formatCount(seats_left)} left`}</span>
          ) : null}
        </p>
      </div>
    </li>
  );
});

/** Under the heading of its first day: when it starts, and when it ends if that is another day. */
function TimeOfDay({ event }: Pick<Props, "event">) {
  if (isOneDay(event)) return <DateTime instant={event.start_time} zone={event.timezone} show="clock" />;
  return <DateSpan span={event} show={lastsDays(event) ? "when" : "times"} />;
}
