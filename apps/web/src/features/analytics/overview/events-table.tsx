import type { EventAnalytics } from "@evently/core/analytics";
import { countLeft } from "@evently/core/analytics/analytics.rules";
import { type SaleStatus, saleStatus } from "@evently/core/event/event.rules";
import { formatMoney } from "@evently/core/format/format-money";
import { formatDateTime } from "@evently/core/format/format-time";
import { useServerTime } from "~/features/clock/use-server-time";
import { describeSale } from "~/features/event/describe-sale";
import { formatCount } from "~/ui/format/format-count";
import { useDateStyle } from "~/ui/format/use-date-style";
import { averageOrder } from "../average-order";
import type { FigureName } from "../figure-meanings";
import { FigureMeaningsList } from "../figure-meanings-list";
import { FiguresTable } from "../figures-table";
import { formatPercent } from "../format-percent";

/** The figures of all events, one per row. */
export function EventsTable({ events }: { events: readonly EventAnalytics[] }) {
  const style = useDateStyle();
  const statuses = useServerTime((now) =>
    events.map((event) => saleStatus(event, now, countLeft(event))).join(" "),
  ).split(" ") as SaleStatus[];
  return (
    <>
      <FiguresTable
        caption="Your events compared"
        columns={[
          { name: "Event" },
          { name: "Status" },
          { name: "Starts" },
          ...numbers.map((name) => ({ name, isNumber: true })),
        ]}
        rows={events.map((event, index) => ({
          key: event.event_id,
          cells: [
            event.name,
            describeSale(event, statuses[index] ?? "draft", style),
            formatDateTime(event.start_time, event.timezone, style),
            formatCount(event.seats_sold),
            formatCount(event.seats_reserved),
            formatCount(event.seats_held),
            formatCount(event.total_seats),
            formatPercent(event.capacity_utilization),
            formatMoney(event.revenue, event.currency),
            formatMoney(averageOrder(event), event.currency),
            formatCount(event.total_bookings),
            formatPercent(event.hold_success_rate),
            formatPercent(event.booking_success_rate),
            formatPercent(event.cancellation_rate),
          ],
        }))}
      />
      <FigureMeaningsList names={numbers} />
    </>
  );
}

const numbers: readonly FigureName[] = [
  "Sold",
  "Reserved",
  "On hold",
  "Seats",
  "Capacity sold",
  "Revenue",
  "Average order",
  "Bookings",
  "Hold success",
  "Holds booked",
  "Cancellation rate",
];
