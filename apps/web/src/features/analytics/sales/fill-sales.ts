import type { Interval, SalesPeriod } from "@evently/core/analytics";
import { formatClock } from "~/ui/format/format-time";

/** One hour or day of a sale, also those in which nothing was, with what had come together by its end. Money in the minor unit. */
export type SalesPoint = {
  from: string;
  bookings: number;
  cancellations: number;
  seats: number;
  revenue: number;
  seats_so_far: number;
  revenue_so_far: number;
};

type Options = {
  interval: Interval;
  /** Whose days count. */
  zone: string;
  /** The line goes on with empty periods up to this instant; null: it ends with the last sale. */
  until: string | null;
  /** A young sale begins with empty periods, so that its first sale is not all there is to see. */
  least: number;
  /** Of more periods than this only the last are answered. */
  most: number;
};

/** The periods of a sale without gaps, oldest first, so that a quiet hour takes as much room as a busy one. */
export function fillSales(
  periods: readonly SalesPeriod[],
  { interval, zone, until, least, most }: Options,
): SalesPoint[] {
  const points: SalesPoint[] = [];
  const push = (from: string, period: SalesPeriod | null) => points.push(toPoint(from, period, points.at(-1)));
  const fillUpTo = (end: number) => {
    for (;;) {
      const last = points.at(-1);
      const next = last && stepPeriod(last.from, interval, zone, 1);
      if (!next || Date.parse(next) >= end) return;
      push(next, null);
    }
  };
  for (const period of periods) {
    fillUpTo(Date.parse(period.from));
    push(period.from, period);
  }
  if (until !== null) fillUpTo(Date.parse(until));
  for (let first = points[0]; first && points.length < least; first = points[0])
    points.unshift(toPoint(stepPeriod(first.from, interval, zone, -1), null, undefined));
  return points.slice(-most);
}

function toPoint(from: string, period: SalesPeriod | null, before: SalesPoint | undefined): SalesPoint {
  const seats = period ? period.seats_sold - period.seats_returned : 0;
  const revenue = period?.revenue ?? 0;
  return {
    from,
    bookings: period?.bookings ?? 0,
    cancellations: period?.cancellations ?? 0,
    seats,
    revenue,
    seats_so_far: (before?.seats_so_far ?? 0) + seats,
    revenue_so_far: (before?.revenue_so_far ?? 0) + revenue,
  };
}

const hourMs = 3_600_000;
const minutesADay = 1440;

/** The full hour after or before, or the midnight of the zone's clocks: a day has 23 or 25 hours when they change. */
function stepPeriod(from: string, interval: Interval, zone: string, step: 1 | -1): string {
  const later = Date.parse(from) + (interval === "hour" ? 1 : 24) * hourMs * step;
  if (interval === "hour") return new Date(later).toISOString();
  const [hours = 0, minutes = 0] = formatClock(new Date(later).toISOString(), zone).split(":").map(Number);
  const sinceMidnight = hours * 60 + minutes;
  const shift = sinceMidnight < minutesADay / 2 ? -sinceMidnight : minutesADay - sinceMidnight;
  return new Date(later + shift * 60_000).toISOString();
}
