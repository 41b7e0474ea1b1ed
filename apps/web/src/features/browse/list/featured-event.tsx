import type { ListedEvent } from "@evently/core/event";
import { EventPlace } from "~/features/event/event-place";
import { drawPicture } from "~/features/poster/draw-poster";
import { PosterPicture } from "~/features/poster/poster-picture";
import { DateSpan } from "~/ui/format/date-span";
import { describePrices } from "~/ui/format/describe-prices";
import { useDateStyle } from "~/ui/format/use-date-style";
import { describeDates, joinDates } from "./describe-dates";
import { EventLink } from "./event-link";

/** The next event, large and in the colors of its poster. */
export function FeaturedEvent({ event }: { event: ListedEvent }) {
  const dates = describeDates(event, useDateStyle());
  const { paper, ink } = drawPicture(event, { width: 700, height: 460 }).inks;
  return (
    <article
      className="group relative grid overflow-hidden rounded-card lg:grid-cols-[1.05fr_1fr]"
      style={{ background: paper }}
    >
      <div
        style={{ background: ink, color: paper }}
        className="flex flex-col items-start gap-4 p-6 sm:p-10 lg:min-h-[26rem] lg:justify-between"
      >
        <p className="font-semibold text-14">
          Next on stage: <DateSpan span={event} />
          {dates ? <span className="figures mt-1 block font-medium">{dates}</span> : null}
        </p>
        <div className="flex flex-col gap-4">
          <h2 dir="auto" className="display text-balance font-semibold text-36 sm:text-48 lg:text-64">
            <EventLink event_id={event.event_id} className="decoration-3 underline-offset-8">
              {event.name}
            </EventLink>
          </h2>
          <p className="line-clamp-2 max-w-[42ch] text-16 sm:text-18">
            <bdi>{event.artists.join(", ")}</bdi>
          </p>
        </div>
        <p className="text-16">
          <EventPlace {...event} />
          <span className="mt-1 block font-semibold text-22">{describePrices(joinDates(event))}</span>
        </p>
      </div>
      <PosterPicture
        event={event}
        width={700}
        height={460}
        className="order-first h-52 w-full sm:h-72 lg:order-none lg:h-full lg:min-h-full"
      />
    </article>
  );
}
