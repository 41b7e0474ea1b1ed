import type { EventAnalytics } from "@evently/core/analytics";
import { toPercent } from "@evently/core/analytics/analytics.rules";

type Seats = {
  events: number;
  total_seats: number;
  seats_sold: number;
  seats_reserved: number;
  seats_held: number;
  seats_blocked: number;
  comps: number;
  capacity_utilization: number;
};

/** Totals of several events; revenue by currency, largest first. Percent with one decimal. */
export type EventTotals = {
  all: Seats;
  total_bookings: number;
  hold_success_rate: number;
  cancellation_rate: number;
  revenue: { currency: string; amount: number }[];
  /** Of those whose seats are still to be sold: published or paused, and not over. */
  coming: Seats;
};

type EventCounts = Pick<
  EventAnalytics,
  | "status"
  | "end_time"
  | "currency"
  | "total_seats"
  | "seats_sold"
  | "seats_reserved"
  | "seats_held"
  | "seats_blocked"
  | "comps"
  | "total_bookings"
  | "total_cancellations"
  | "hold_attempts"
  | "holds_placed"
  | "revenue"
>;
type Count = Exclude<keyof EventCounts, "status" | "end_time" | "currency">;

/**
 * Rates are computed from the summed counts, never averaged. Money, requests and bookings are of all events; seats also of
 * those to come alone, as a draft sells none and those of past and cancelled events can't be sold any more. `now` in epoch seconds.
 */
export function sumEvents(events: readonly EventCounts[], now: number): EventTotals {
  const total = (count: Count) => events.reduce((sum, event) => sum + event[count], 0);
  const total_bookings = total("total_bookings");
  return {
    all: sumSeats(events),
    coming: sumSeats(events.filter((event) => isComing(event, now))),
    total_bookings,
    hold_success_rate: toPercent(total("holds_placed"), total("hold_attempts")),
    cancellation_rate: toPercent(total("total_cancellations"), total_bookings),
    revenue: sumRevenue(events),
  };
}

function sumSeats(events: readonly EventCounts[]): Seats {
  const total = (count: Count) => events.reduce((sum, event) => sum + event[count], 0);
  const [total_seats, seats_sold] = [total("total_seats"), total("seats_sold")];
  return {
    ...{ events: events.length, total_seats, seats_sold, seats_held: total("seats_held") },
    seats_reserved: total("seats_reserved"),
    ...{ seats_blocked: total("seats_blocked"), comps: total("comps") },
    capacity_utilization: toPercent(seats_sold, total_seats),
  };
}

function isComing({ status, end_time }: EventCounts, now: number): boolean {
  return (status === "published" || status === "paused") && now * 1000 < Date.parse(end_time);
}

function sumRevenue(events: readonly EventCounts[]): EventTotals["revenue"] {
  const revenue = new Map<string, number>();
  for (const event of events) revenue.set(event.currency, (revenue.get(event.currency) ?? 0) + event.revenue);
  return [...revenue]
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => b.amount - a.amount || a.currency.localeCompare(b.currency));
}
