import type { EventAnalytics } from "@evently/core/analytics";
import { isPublic, saleStatus } from "@evently/core/event/event.rules";
import Link from "next/link";
import { useServerTime } from "~/features/clock/use-server-time";
import { DateSpan } from "~/ui/format/date-span";
import { formatCount } from "~/ui/format/format-count";
import { formatMoney } from "~/ui/format/format-money";
import { CapacityBar } from "../capacity-bar";
import { formatPercent } from "../format-percent";
import { StatusBadge } from "../status-badge";

/** One event of the overview, with links to its pages.*/
export function EventFigures({ figures }: { figures: EventAnalytics }) {
  const { event_id, name, seats_sold, seats_held, total_seats } = figures;
  const sale = useServerTime((now) => saleStatus(figures, now, total_seats - seats_sold));
  return (
    <li className="grid grid-cols-1 gap-x-8 gap-y-3 py-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-14 text-soft">
          <StatusBadge event={figures} sale={sale} />
          <DateSpan span={figures} />
        </p>
        <h3 dir="auto" className="display font-semibold text-18 sm:text-22">
          <Link href={`/organizer/events/${event_id}`} className="decoration-2 underline-offset-4 hover:underline">
            {name}
          </Link>
        </h3>
        <p className="flex flex-wrap gap-x-4 text-14">
          <Link
            href={`/organizer/events/${event_id}/bookings`}
            className={linkStyle}
            aria-label={`Bookings of ${name}`}
          >
            Bookings
          </Link>
          {isPublic(figures) ? (
            <Link href={`/events/${event_id}`} className={linkStyle} aria-label={`Event page of ${name}`}>
              Event page
            </Link>
          ) : null}
        </p>
      </div>
      <div className="flex flex-col justify-center gap-2.5">
        <CapacityBar sold={seats_sold} held={seats_held} total={total_seats} className="h-3" />
        <dl className="figures flex flex-wrap gap-x-4 gap-y-2">
          {listFigures(figures).map(({ term, value, note }) => (
            <div key={term} className="max-w-full grow basis-28">
              <dt className="text-12 text-soft">{term}</dt>
              <dd className="font-semibold">
                <span className="whole break-words">{value}</span>{" "}
                {note ? <span className="font-normal text-14 text-soft">{note}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}

const linkStyle = "inline-flex min-h-9 items-center underline decoration-line underline-offset-4 hover:decoration-ink";

function listFigures(figures: EventAnalytics): { term: string; value: string; note?: string }[] {
  const { seats_sold, total_seats, revenue, currency, hold_success_rate, cancellation_rate } = figures;

  return [
    { term: "Sold", value: formatCount(seats_sold), note: `of ${formatCount(total_seats)}` },
    { term: "Revenue", value: formatMoney(revenue, currency) },
    { term: "Hold success", value: formatPercent(hold_success_rate) },
    { term: "Cancellation rate", value: formatPercent(cancellation_rate) },
  ];
}
