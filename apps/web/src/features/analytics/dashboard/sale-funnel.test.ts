import { expect, test } from "vitest";
import { funnelSteps } from "./sale-funnel";

test("each step is a share of the first and of the previous one", () => {
  const steps = funnelSteps({ hold_attempts: 40, holds_placed: 30, total_bookings: 12 });
  expect(
    steps.map(({ count, share_of_requests, share_of_previous }) => [count, share_of_requests, share_of_previous]),
  ).toEqual([
    [40, 100, 100],
    [30, 75, 75],
    [12, 30, 40],
  ]);
});

test("is zero throughout before the first request", () => {
  const steps = funnelSteps({ hold_attempts: 0, holds_placed: 0, total_bookings: 0 });
  expect(
    steps.every(
      ({ count, share_of_requests, share_of_previous }) => count + share_of_requests + share_of_previous === 0,
    ),
  ).toBe(true);
});
