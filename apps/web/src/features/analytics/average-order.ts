import type { EventAnalytics } from "@evently/core/analytics";

type Sales = Pick<EventAnalytics, "revenue" | "total_bookings" | "total_cancellations">;

/** What a booking that stands brought on average, in the minor unit; 0 without one. */
export function averageOrder({ revenue, total_bookings, total_cancellations }: Sales): number {
  const left = total_bookings - total_cancellations;
  return left <= 0 ? 0 : Math.round(revenue / left);
}
