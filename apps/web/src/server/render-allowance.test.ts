import { expect, test, vi } from "vitest";
import { AllowanceError, createAllowance } from "./render-allowance";

test("a visitor causes so many renders within the time, and the next ones after it", () => {
  vi.useFakeTimers();
  const { take } = createAllowance({ renders: 3, withinMs: 10_000 });
  const tryTake = (visitor: string) => {
    try {
      take(visitor);
      return 0;
    } catch (error) {
      return (error as AllowanceError).seconds;
    }
  };
  expect([1, 2, 3].map(() => tryTake("a"))).toEqual([0, 0, 0]);
  vi.advanceTimersByTime(4_000);
  expect([tryTake("a"), tryTake("b")]).toEqual([6, 0]);
  vi.advanceTimersByTime(6_001);
  expect([1, 2, 3, 4].map(() => tryTake("a"))).toEqual([0, 0, 0, 10]);
  expect(() => take("a")).toThrow(AllowanceError);
  vi.useRealTimers();
});
