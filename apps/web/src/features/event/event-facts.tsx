import type { EventPage } from "@evently/core/event";
import { CalendarPlus } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "~/ui/button-style";
import { DateTime } from "~/ui/format/date-time";
import { formatMoney } from "~/ui/format/format-money";
import { addMinutes, formatDuration, nameZone } from "~/ui/format/format-time";
import { Icon } from "~/ui/icon";

/** Time, place and price; times in the venue's zone. */
export function EventFacts({ event }: { event: EventPage }) {
  const { start_time, timezone, duration, currency, price_min, price_max } = event;
  const end = addMinutes(start_time, duration);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-6 border-line border-t pt-5 md:grid-cols-[auto_auto_1fr] md:gap-x-12">
      <Fact name="When">
        <p className="figures font-semibold text-16 sm:text-18">
          <DateTime instant={start_time} zone={timezone} show="day" />
          <br />
          <DateTime instant={start_time} zone={timezone} show="clock" /> {nameZone(start_time, timezone)}
        </p>
        <p className="figures text-14 text-soft">
          <span>{formatDuration(duration)}</span>, until <DateTime instant={end} zone={timezone} show="clock" />
        </p>
        {/* A plain link: the router can't open a file. */}
        <a
          href={`/events/${event.event_id}/calendar.ics`}
          download
          className={buttonStyle("plain", "small", "mt-1 whitespace-nowrap")}
        >
          <Icon icon={CalendarPlus} size={16} />
          Add to calendar
        </a>
      </Fact>
      <Fact name="Where">
        <p className="font-semibold text-16 sm:text-18">
          <bdi>{event.venue_name}</bdi>
        </p>
        <p className="text-14 text-soft">
          <bdi>{event.city}</bdi>
        </p>
      </Fact>
      <Fact name={price_min < price_max ? "Prices, fees included" : "Price, fees included"}>
        <p className="figures font-semibold text-16 sm:text-18">
          {price_min < price_max
            ? `${formatMoney(price_min, currency)} to ${formatMoney(price_max, currency)}`
            : formatMoney(price_min, currency)}
        </p>
        <p className="text-14 text-soft">Prices by area are on the map</p>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="mb-1 text-14 text-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
