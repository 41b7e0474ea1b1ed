import type { EventAnalytics } from "@evently/core/analytics";
import { toPercent } from "@evently/core/analytics/analytics.rules";

/** Totals of several events; revenue by currency, largest first. Percent with one decimal. */
export type EventTotals = {
  events: number;
  total_seats: number;
  seats_sold: number;
  seats_held: number;
  total_bookings: number;
  capacity_utilization: number;
  hold_success_rate: number;
  cancellation_rate: number;
  revenue: { currency: string; amount: number }[];
};

type EventCounts = Pick<
  EventAnalytics,
  | "currency"
  | "total_seats"
  | "seats_sold"
  | "seats_held"
  | "total_bookings"
  | "total_cancellations"
  | "hold_attempts"
  | "holds_placed"
  | "revenue"
>;
type Count = Exclude<keyof EventCounts, "currency">;

/** Rates are computed from the summed counts, never averaged. */
export function sumEvents(events: readonly EventCounts[]): EventTotals {
  const sum = (count: Count) => events.reduce((total, event) => total + event[count], 0);
  const [total_seats, seats_sold, total_bookings] = [sum("total_seats"), sum("seats_sold"), sum("total_bookings")];
  const revenue = new Map<string, number>();
  for (const event of events) revenue.set(event.currency, (revenue.get(event.currency) ?? 0) + event.revenue);
  return {
    events: events.length,
    total_seats,
    seats_sold,
    seats_held: sum("seats_held"),
    total_bookings,
    capacity_utilization: toPercent(seats_sold, total_seats),
    hold_success_rate: toPercent(sum("holds_placed"), sum("hold_attempts")),
    cancellation_rate: toPercent(sum("total_cancellations"), total_bookings),
    revenue: [...revenue]
      .map(([currency, amount]) => ({ currency, amount }))
      .sort((a, b) => b.amount - a.amount || a.currency.localeCompare(b.currency)),
  };
}
