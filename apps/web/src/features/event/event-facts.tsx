import type { EventPage } from "@evently/core/event";
import { describeAge } from "@evently/core/format/describe-age";
import { formatMoney } from "@evently/core/format/format-money";
import { CalendarPlus, MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { getDateStyle } from "~/features/site/get-date-style";
import { buttonStyle } from "~/ui/button-style";
import { describePrice, describePrices } from "~/ui/format/describe-prices";
import { Icon } from "~/ui/icon";
import { describePolicy } from "./describe-policy";
import { describeTime } from "./describe-time";

/** Time, place, price and age; times in the venue's zone. */
export function EventFacts({ event }: { event: EventPage }) {
  const { currency, price_min, price_max, min_age, cancellation_policy: policy } = event;
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9rem),1fr))] gap-x-6 gap-y-6 border-line border-t pt-5 md:grid-cols-[fit-content(33%)_fit-content(45%)_minmax(9rem,1fr)] md:gap-x-12">
      <Fact name="When">
        <When event={event} />
        {/* A plain link: the router can't open a file. */}
        <a href={`/events/${event.event_id}/calendar.ics`} download className={buttonStyle("plain", "small", "mt-1")}>
          <Icon icon={CalendarPlus} size={16} />
          Add to calendar
        </a>
      </Fact>
      <Fact name="Where">
        <Where event={event} />
      </Fact>
      <Fact name={price_min < price_max ? "Prices, fees included" : "Price, fees included"}>
        <p className="figures font-semibold text-16 sm:text-18">
          {price_min < price_max
            ? `${describePrice(price_min, currency)} to ${formatMoney(price_max, currency)}`
            : describePrices(event)}
        </p>
        {price_min < price_max ? <p className="text-14 text-soft">Prices by area are on the map</p> : null}
        {policy?.hours_before === 0 && policy.percent === 100 ? null : (
          <p className="figures text-14 text-soft">
            {policy ? `You can cancel ${describePolicy(policy)}` : "You can’t cancel a booking"}
          </p>
        )}
      </Fact>
      {min_age === undefined ? null : (
        <Fact name="Age">
          <p className="font-semibold text-16 sm:text-18">{describeAge(min_age)}</p>
        </Fact>
      )}
    </dl>
  );
}

async function When({ event }: { event: EventPage }) {
  const { day, clock, notes } = describeTime(event, await getDateStyle());
  return (
    <>
      <time dateTime={event.start_time} className="figures block font-semibold text-16 sm:text-18">
        {day}
        {clock ? <span className="block">{clock}</span> : null}
      </time>
      {notes.map((note) => (
        <p key={note} className="figures text-14 text-soft">
          {note}
        </p>
      ))}
    </>
  );
}

function Where({ event: { venue_name, address, city, map_url } }: { event: EventPage }) {
  return (
    <>
      <p className="font-semibold text-16 sm:text-18">
        <bdi>{venue_name}</bdi>
      </p>
      {address ? (
        <p className="text-14 text-soft">
          <bdi>{address}</bdi>
        </p>
      ) : null}
      <p className="text-14 text-soft">
        <bdi>{city}</bdi>
      </p>
      {map_url ? (
        <a
          href={map_url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className={buttonStyle("plain", "small", "mt-1")}
        >
          <Icon icon={MapPin} size={16} />
          Open map
          <span className="sr-only"> (opens a new tab)</span>
        </a>
      ) : null}
    </>
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
