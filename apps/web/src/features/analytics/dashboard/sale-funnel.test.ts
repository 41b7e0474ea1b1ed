import { expect, test } from "vitest";
import { funnelSteps } from "./sale-funnel";

test("each step is a share of the attempts and of the step before", () => {
  const steps = funnelSteps({ hold_attempts: 40, holds_placed: 30, total_bookings: 12 });
  expect(steps.map(({ count, of_attempts, of_before }) => [count, of_attempts, of_before])).toEqual([
    [40, 100, 100],
    [30, 75, 75],
    [12, 30, 40],
  ]);
});

test("before anyone tries all is nothing", () => {
  const steps = funnelSteps({ hold_attempts: 0, holds_placed: 0, total_bookings: 0 });
  expect(steps.every(({ count, of_attempts, of_before }) => count + of_attempts + of_before === 0)).toBe(true);
});
