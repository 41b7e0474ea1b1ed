import type { Interval, SalesPeriod } from "@evently/core/analytics";
import { formatMoney } from "@evently/core/format/format-money";
import { formatDateTime, formatDay } from "@evently/core/format/format-time";
import { formatCount } from "~/ui/format/format-count";
import { useDateStyle } from "~/ui/format/use-date-style";
import { FiguresTable } from "../figures-table";

type Props = {
  periods: readonly SalesPeriod[];
  interval: Interval;
  event: { currency: string; timezone: string };
};

/** Every hour or day with sales or cancellations, newest first, and their total. */
export function SalesTable({ periods, interval, event }: Props) {
  const { currency, timezone } = event;
  const style = useDateStyle();
  const sum = (count: (period: SalesPeriod) => number) => periods.reduce((sum, period) => sum + count(period), 0);
  const figures = (total: (count: (period: SalesPeriod) => number) => number): string[] => [
    formatCount(total(({ bookings }) => bookings)),
    formatCount(total(({ cancellations }) => cancellations)),
    formatCount(total(({ seats_sold }) => seats_sold)),
    formatCount(total(({ seats_returned }) => seats_returned)),
    formatMoney(
      total(({ gross }) => gross),
      currency,
    ),
    formatMoney(
      total(({ refunded }) => refunded),
      currency,
    ),
    formatMoney(
      total(({ revenue }) => revenue),
      currency,
    ),
  ];
  const nameOf = ({ from }: SalesPeriod) =>
    interval === "day" ? formatDay(from, timezone, style) : formatDateTime(from, timezone, style);
  return (
    <FiguresTable
      caption={interval === "hour" ? "Sales by the hour" : "Sales by the day"}
      columns={[{ name: interval === "hour" ? "Hour from" : "Day" }, ...columns]}
      rows={[...periods].reverse().map((period) => ({
        key: period.from,
        cells: [nameOf(period), ...figures((count) => count(period))],
      }))}
      total={["Total", ...figures(sum)]}
    />
  );
}

const columns = ["Bookings", "Cancelled", "Seats sold", "Seats returned", "Sold for", "Refunded", "Revenue"].map(
  (name) => ({
    name,
    isNumber: true,
  }),
);
