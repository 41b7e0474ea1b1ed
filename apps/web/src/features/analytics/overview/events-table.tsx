import type { EventAnalytics } from "@evently/core/analytics";
import { formatCount } from "~/ui/format/format-count";
import { formatMoney } from "~/ui/format/format-money";
import { formatDateTime } from "~/ui/format/format-time";
import { useDateStyle } from "~/ui/format/use-date-style";
import { FiguresTable } from "../figures-table";
import { formatPercent } from "../format-percent";

/** The figures of all events, one per row. */
export function EventsTable({ events }: { events: readonly EventAnalytics[] }) {
  const style = useDateStyle();
  return (
    <FiguresTable
      caption="Your events compared"
      columns={[{ name: "Event" }, { name: "Starts" }, ...numbers.map((name) => ({ name, isNumber: true }))]}
      rows={events.map((event) => ({
        key: event.event_id,
        cells: [
          event.name,
          formatDateTime(event.start_time, event.timezone, style),
          formatCount(event.seats_sold),
          formatCount(event.seats_held),
          formatCount(event.total_seats),
          formatPercent(event.capacity_utilization),
          formatMoney(event.revenue, event.currency),
          formatMoney(event.average_booking_value, event.currency),
          formatCount(event.total_bookings),
          formatPercent(event.hold_success_rate),
          formatPercent(event.booking_success_rate),
          formatPercent(event.cancellation_rate),
        ],
      }))}
    />
  );
}

const numbers = [
  "Sold",
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
