import type { Interval } from "@evently/core/analytics";
import { formatDateTime, formatDay } from "@evently/core/format/format-time";
import { formatCount } from "~/ui/format/format-count";
import { useDateStyle } from "~/ui/format/use-date-style";
import type { SalesPoint } from "./fill-sales";
import type { Measure } from "./lay-out-sales";

type Props = {
  point: SalesPoint;
  interval: Interval;
  zone: string;
  measure: Measure;
  format: (value: number) => string;
  /** The period's position and the chart's width, in pixels. */
  x: number;
  width: number;
};

const tipPx = 184;
const gapPx = 14;

/** The figures of the pointed period. Hidden from screen readers, which have the table. */
export function SalesTip({ point, interval, zone, measure, format, x, width }: Props) {
  const start = x > width / 2 ? x - tipPx - gapPx : x + gapPx;
  const left = Math.max(0, Math.min(width - tipPx, start));
  const style = useDateStyle();
  const soFar = measure === "revenue" ? point.revenue_so_far : point.seats_so_far;
  const lines = [
    ["Sold", measure === "revenue" ? format(point.revenue) : seats(point.seats)],
    ["Bookings", String(point.bookings)],
    ...(point.cancellations > 0 ? [["Cancelled", String(point.cancellations)]] : []),
    ["Total so far", measure === "revenue" ? format(soFar) : seats(soFar)],
  ] as const;
  return (
    <div
      aria-hidden="true"
      style={{ left, width: tipPx }}
      className="pointer-events-none absolute top-1 z-10 rounded-control border border-transparent bg-ink px-3 py-2 text-12 text-paper shadow-floating"
    >
      <p className="figures font-semibold">
        {interval === "hour" ? formatDateTime(point.from, zone, style) : formatDay(point.from, zone, style)}
      </p>
      {lines.map(([name, value]) => (
        <p key={name} className="figures flex justify-between gap-4">
          <span>{name}</span>
          <span>{value}</span>
        </p>
      ))}
    </div>
  );
}

const seats = (count: number) => `${formatCount(count)} ${Math.abs(count) === 1 ? "seat" : "seats"}`;
