import type { EventAnalytics } from "@evently/core/analytics";
import { toPercent } from "@evently/core/analytics/analytics.rules";

export type FunnelStep = {
  name: string;
  count: number;
  /** Percent of the attempts, and of the step before, with one decimal. */
  of_attempts: number;
  of_before: number;
};

type Figures = Pick<EventAnalytics, "hold_attempts" | "holds_placed" | "total_bookings">;

/** How many of those who tried to hold seats won them, and how many of these paid. */
export function funnelSteps({ hold_attempts, holds_placed, total_bookings }: Figures): FunnelStep[] {
  const step = (name: string, count: number, before: number): FunnelStep => ({
    name,
    count,
    of_attempts: toPercent(count, hold_attempts),
    of_before: toPercent(count, before),
  });
  return [
    step("Tried to hold seats", hold_attempts, hold_attempts),
    step("Got them held", holds_placed, hold_attempts),
    step("Booked", total_bookings, holds_placed),
  ];
}
