import type { Interval, SalesPeriod } from "@evently/core/analytics";
import { formatClock } from "@evently/core/format/format-time";

/** One hour or day of a sale, with or without bookings, and the total up to its end. Money in the minor unit. */
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
  /** The time zone of the days. */
  zone: string;
  /** Adds empty periods up to this instant; null ends with the last sale. */
  until: string | null;
  /** Fills up with empty periods at the start, so that the first sale is not alone on the chart. */
  min: number;
  /** Only the last so many periods are returned. */
  max: number;
};

/** The periods of a sale without gaps, oldest first. */
export function fillSales(periods: readonly SalesPeriod[], { interval, zone, until, min, max }: Options): SalesPoint[] {
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
  for (let first = points[0]; first && points.length < min; first = points[0])
    points.unshift(toPoint(stepPeriod(first.from, interval, zone, -1), null, undefined));
  return points.slice(-max);
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
const minutesPerDay = 1440;

/** The next or previous full hour or local midnight: a day has 23 or 25 hours when the clocks change. */
function stepPeriod(from: string, interval: Interval, zone: string, step: 1 | -1): string {
  const later = Date.parse(from) + (interval === "hour" ? 1 : 24) * hourMs * step;
  if (interval === "hour") return new Date(later).toISOString();
  const [hours = 0, minutes = 0] = formatClock(new Date(later).toISOString(), zone).split(":").map(Number);
  const sinceMidnight = hours * 60 + minutes;
  const shift = sinceMidnight < minutesPerDay / 2 ? -sinceMidnight : minutesPerDay - sinceMidnight;
  return new Date(later + shift * 60_000).toISOString();
}
