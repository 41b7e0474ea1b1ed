import type { EventAnalytics } from "@evently/core/analytics";
import { describeDates } from "~/features/browse/list/describe-dates";
import { saleWords } from "~/features/event/describe-sale";
import { formatCount } from "~/ui/format/format-count";
import { useDateStyle } from "~/ui/format/use-date-style";
import { EventFigures } from "./event-figures";
import { FiguresRow, headingStyle } from "./figures-row";
import { sumEvents } from "./sum-events";

type Props = {
  /** Two or more, soonest first. */
  dates: readonly EventAnalytics[];
  now: number;
  /** False while older events are not loaded yet, among which may be more of its dates. */
  isAll: boolean;
};

/** A series as one row with the figures of its dates together, which it opens. */
export function SeriesFigures({ dates, now, isAll }: Props) {
  const style = useDateStyle();
  const [first, last] = [dates.at(0), dates.at(-1)];
  if (!first || !last) return null;
  const { all, ...totals } = sumEvents(dates, now);
  const span = { count: dates.length, first_start_time: first.start_time, last_start_time: last.start_time };
  return (
    <FiguresRow
      label={
        <>
          <span className="figures">{describeDates({ dates: span, timezone: first.timezone }, style)}</span>
          {countUnlisted(dates).map((count) => (
            <span key={count} className="figures">
              {count}
            </span>
          ))}
          {isAll ? null : <span>of the events loaded so far</span>}
        </>
      }
      figures={{ ...totals, ...all }}
      parts={
        <details className="min-w-0 lg:col-span-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium text-14 underline decoration-line underline-offset-4 hover:decoration-ink">
            <span>{`All ${formatCount(dates.length)} dates`}</span>
            <bdi className="sr-only">{first.name}</bdi>
          </summary>
          <ul className="flex flex-col divide-y divide-line border-line border-t pl-4 sm:pl-8">
            {dates.map((date) => (
              <EventFigures key={date.event_id} figures={date} seriesName={first.name} />
            ))}
          </ul>
        </details>
      }
    >
      <h3 dir="auto" className={headingStyle}>
        {first.name}
      </h3>
    </FiguresRow>
  );
}

/** The dates that nobody else finds in the list of events: "Draft: 2". */
function countUnlisted(dates: readonly EventAnalytics[]): string[] {
  return (["draft", "paused", "cancelling", "cancelled"] as const).flatMap((status) => {
    const count = dates.filter((date) => date.status === status).length;
    return count === 0 ? [] : [`${saleWords[status]}: ${formatCount(count)}`];
  });
}
