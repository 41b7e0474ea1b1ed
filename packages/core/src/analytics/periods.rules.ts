import type { Booking } from "../booking/booking.ts";
import { soldAt } from "../booking/invoice.rules.ts";
import type { Interval, SalesPeriod } from "./analytics.ts";

/** The times and amounts of a sale. */
type Sale = Pick<Booking, "booking_date" | "invoice"> & {
  cancelled_at: string | null;
  seats: readonly string[];
  total: number;
  /** With how many seats each gave back while others were kept. */
  refunds: readonly { at: string; amount: number; seats: number }[];
};

/**
 * Bookings, cancellations and refunds grouped by the hour or day of `timezone` in which each took place, oldest first: what was
 * reserved on invoice in that in which it was paid for. Empty periods are omitted.
 */
export function toPeriods(sales: readonly Sale[], timezone: string, interval: Interval): SalesPeriod[] {
  const startOf = createPeriods(timezone, interval);
  const periods = new Map<number, Omit<SalesPeriod, "from" | "revenue">>();
  const periodOf = (instant: string) => {
    const start = startOf(Date.parse(instant) / 1000);
    const period = periods.get(start) ?? {
      ...{ bookings: 0, cancellations: 0, seats_sold: 0, seats_returned: 0, gross: 0, refunded: 0 },
    };
    periods.set(start, period);
    return period;
  };
  for (const { cancelled_at, seats, total, refunds, ...dates } of sales) {
    const booked = periodOf(soldAt(dates));
    booked.bookings += 1;
    booked.seats_sold += seats.length;
    booked.gross += total;
    for (const { at, amount, seats } of refunds) {
      booked.seats_sold += seats;
      const refunding = periodOf(at);
      refunding.seats_returned += seats;
      refunding.refunded += amount;
    }
    if (cancelled_at === null) continue;
    const cancelled = periodOf(cancelled_at);
    cancelled.cancellations += 1;
    cancelled.seats_returned += seats.length;
  }
  return [...periods]
    .sort(([a], [b]) => a - b)
    .map(([start, period]) => ({
      from: new Date(start * 1000).toISOString(),
      ...period,
      revenue: period.gross - period.refunded,
    }));
}

const lengths = { hour: 3600, day: 86_400 } as const satisfies Record<Interval, number>;
/** Clocks change on a quarter of an hour, so an offset is constant within one. */
const quarter = 900;

/**
 * Returns the start of the hour or day of an IANA time zone that contains an instant, both in epoch seconds. A day is
 * as long as the zone makes it: it starts at midnight or, if the clocks skip midnight, at the first instant after it.
 * An hour repeated because the clocks go back is a separate hour.
 */
export function createPeriods(timezone: string, interval: Interval): (at: number) => number {
  const offsetAt = createOffsets(timezone);
  const length = lengths[interval];
  return (at) => {
    const offset = offsetAt(at);
    const local = Math.floor((at + offset) / length) * length;
    const before = offsetAt(local - offset);
    if (before === offset) return local - offset;
    if (interval === "day") return local - before;
    let change = local - offset;
    while (offsetAt(change) !== offset) change += quarter;
    return change;
  };
}

/** Returns the date in an IANA time zone at an instant in epoch seconds, such as 2027-01-14. */
export function createDates(timezone: string): (at: number) => string {
  const offsetAt = createOffsets(timezone);
  return (at) => new Date((at + offsetAt(at)) * 1000).toISOString().slice(0, "2027-01-14".length);
}

/** Returns the offset of a zone from UTC at an instant, in seconds. */
function createOffsets(timeZone: string): (at: number) => number {
  const known = new Map<number, number>();
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const ask = (at: number) => {
    const name = format.formatToParts(at * 1000).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours = 0, minutes = 0] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  };
  return (at) => {
    const start = Math.floor(at / quarter) * quarter;
    const offset = known.get(start) ?? ask(start);
    known.set(start, offset);
    return offset;
  };
}
