import { expect, it } from "vitest";
import { createYield } from "./yield-to-event-loop.ts";

it("lets a due timer run in the middle of long work", async () => {
  const yieldToEventLoop = createYield();
  let isLate = true;
  let steps = 0;
  setTimeout(() => {
    isLate = false;
  }, 0);
  while (isLate) {
    for (const until = performance.now() + 3; performance.now() < until; );
    await yieldToEventLoop();
    if (++steps > 1_000) throw new Error("nobody else had a turn");
  }
  expect(steps).toBeGreaterThan(0);
});
