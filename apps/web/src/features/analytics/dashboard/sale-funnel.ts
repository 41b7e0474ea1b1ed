import type { EventAnalytics } from "@evently/core/analytics";
import { toPercent } from "@evently/core/analytics/analytics.rules";

export type FunnelStep = {
  name: string;
  count: number;
  /** Percent of the first and of the previous step, with one decimal. */
  share_of_requests: number;
  share_of_previous: number;
};

type Figures = Pick<EventAnalytics, "hold_attempts" | "holds_placed" | "total_bookings">;

/** Requests to hold seats, holds placed, and bookings. */
export function funnelSteps({ hold_attempts, holds_placed, total_bookings }: Figures): FunnelStep[] {
  const step = (name: string, count: number, previous: number): FunnelStep => ({
    name,
    count,
    share_of_requests: toPercent(count, hold_attempts),
    share_of_previous: toPercent(count, previous),
  });
  return [
    step("Hold requests", hold_attempts, hold_attempts),
    step("Holds placed", holds_placed, hold_attempts),
    step("Bookings", total_bookings, holds_placed),
  ];
}
