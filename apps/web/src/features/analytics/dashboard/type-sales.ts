import type { EventAnalytics } from "@evently/core/analytics";
import { toPercent } from "@evently/core/analytics/analytics.rules";

/** The sales of one seat type: `type` is its index in the layout, `share` its percent of the revenue. */
export type TypeSales = { name: string; type: number; seats_sold: number; revenue: number; share: number };

type Figures = Pick<EventAnalytics, "revenue" | "revenue_by_seat_type" | "seats_sold_by_seat_type">;

/** Every seat type in the order of the layout, with or without sales. */
export function salesByType(figures: Figures, seat_types: readonly string[]): TypeSales[] {
  const named = new Set([...seat_types, ...Object.keys(figures.revenue_by_seat_type)]);
  return [...named].map((name, type) => {
    const revenue = figures.revenue_by_seat_type[name] ?? 0;
    const seats_sold = figures.seats_sold_by_seat_type[name] ?? 0;
    return { name, type, seats_sold, revenue, share: toPercent(revenue, figures.revenue) };
  });
}
