import { expect, it } from "vitest";
import { createDrain } from "./drain.ts";

it("ends at once where nothing is under way", async () => {
  const drain = createDrain();
  expect(drain.isDraining()).toBe(false);
  await drain.begin();
  expect(drain.isDraining()).toBe(true);
});

it("waits for every request, the failed ones too", async () => {
  const drain = createDrain();
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => ends.push(resolve));
  const first = drain.during(wait);
  const second = drain.during(async () => {
    await wait();
    throw new Error("failed");
  });
  const drained = drain.begin().then(() => order.push("drained"));
  ends[0]?.();
  await first;
  order.push("first");
  ends[1]?.();
  await expect(second).rejects.toThrow("failed");
  await drained;
  expect(order).toEqual(["first", "drained"]);
});
