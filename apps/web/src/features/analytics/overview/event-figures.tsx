import type { EventAnalytics } from "@evently/core/analytics";
import { countLeft } from "@evently/core/analytics/analytics.rules";
import { isPublic, saleStatus } from "@evently/core/event/event.rules";
import { formatWhen } from "@evently/core/format/format-span";
import Link from "next/link";
import { useServerTime } from "~/features/clock/use-server-time";
import { DateSpan } from "~/ui/format/date-span";
import { useDateStyle } from "~/ui/format/use-date-style";
import { StatusBadge } from "../status-badge";
import { FiguresRow, headingStyle } from "./figures-row";

type Props = {
  figures: EventAnalytics;
  /** Whose date it is, if it stands among those of its series. */
  seriesName?: string;
};

/** One event of the overview, with links to its pages. */
export function EventFigures({ figures, seriesName }: Props) {
  const { event_id, name, revenue, currency } = figures;
  const sale = useServerTime((now) => saleStatus(figures, now, countLeft(figures)));
  const isDate = seriesName !== undefined;
  const style = useDateStyle();
  const subject = isDate ? `${name}, ${formatWhen(figures, style)}` : name;
  const page = { href: `/organizer/events/${event_id}`, className: "decoration-2 underline-offset-4 hover:underline" };
  return (
    <FiguresRow
      label={
        <>
          <StatusBadge event={figures} sale={sale} />
          {isDate ? null : <DateSpan span={figures} />}
        </>
      }
      figures={{ ...figures, revenue: [{ currency, amount: revenue }] }}
    >
      {isDate ? (
        <h4 className="font-semibold">
          <Link {...page}>
            <DateSpan span={figures} />
          </Link>
          {name === seriesName ? null : <bdi className="block font-normal text-14">{name}</bdi>}
        </h4>
      ) : (
        <h3 dir="auto" className={headingStyle}>
          <Link {...page}>{name}</Link>
        </h3>
      )}
      <p className="flex flex-wrap gap-x-4 text-14">
        <Link
          href={`/organizer/events/${event_id}/bookings`}
          className={linkStyle}
          aria-label={`Bookings of ${subject}`}
        >
          Bookings
        </Link>
        {isPublic(figures) ? (
          <Link href={`/events/${event_id}`} className={linkStyle} aria-label={`Event page of ${subject}`}>
            Event page
          </Link>
        ) : null}
      </p>
    </FiguresRow>
  );
}

const linkStyle = "inline-flex min-h-9 items-center underline decoration-line underline-offset-4 hover:decoration-ink";
