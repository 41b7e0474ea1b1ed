import { expect, test, vi } from "vitest";
import { AllowanceError, createAllowance } from "./render-allowance";

test("a visitor causes so many renders within the time, and the next ones after it", () => {
  vi.useFakeTimers();
  const { take } = createAllowance({ perSecond: 1, seconds: 3 });
  const tryTake = (visitor: string) => {
    try {
      take(visitor);
      return 0;
    } catch (error) {
      return (error as AllowanceError).seconds;
    }
  };
  expect([1, 2, 3].map(() => tryTake("a"))).toEqual([0, 0, 0]);
  vi.advanceTimersByTime(1_000);
  expect([tryTake("a"), tryTake("b")]).toEqual([2, 0]);
  vi.advanceTimersByTime(2_001);
  expect([1, 2, 3, 4].map(() => tryTake("a"))).toEqual([0, 0, 0, 3]);
  expect(() => take("a")).toThrow(AllowanceError);
  vi.useRealTimers();
});

test("nobody is limited where the API limits nobody", () => {
  const { take } = createAllowance({ perSecond: 0 });
  for (let i = 0; i < 1000; i++) take("a");
});
