import { expect, it, onTestFinished, vi } from "vitest";
import { createDrain } from "./drain.ts";

it("ends at once without requests in flight", async () => {
  const drain = createDrain();
  expect(drain.isDraining()).toBe(false);
  await drain.begin(1_000);
  expect(drain.isDraining()).toBe(true);
});

it("waits for every request, including failed ones", async () => {
  const drain = createDrain();
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => ends.push(resolve));
  const first = drain.during(wait);
  const second = drain.during(async () => {
    await wait();
    throw new Error("failed");
  });
  const drained = drain.begin(3_600_000).then(() => order.push("drained"));
  ends[0]?.();
  await first;
  order.push("first");
  ends[1]?.();
  await expect(second).rejects.toThrow("failed");
  await drained;
  expect(order).toEqual(["first", "drained"]);
});

it("doesn't wait forever for one that never ends", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const drain = createDrain();
  void drain.during(() => new Promise(() => undefined));
  let drained = false;
  const begun = drain.begin(7_000).then(() => {
    drained = true;
  });
  await vi.advanceTimersByTimeAsync(6_999);
  expect(drained).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await begun;
  expect(drain.isDraining()).toBe(true);
});
