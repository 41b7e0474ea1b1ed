import { describe, expect, it } from "vitest";
import { createServerClock } from "./server-clock";

describe("the server's clock", () => {
  it("runs on by itself, whatever the visitor's clock", () => {
    let elapsed = 1000;
    const clock = createServerClock(() => elapsed);
    clock.sync(5_000);
    elapsed += 2_500;
    expect(clock.now()).toBe(5_002.5);
  });

  it("keeps the answer with the shortest delay", () => {
    let elapsed = 0;
    const clock = createServerClock(() => elapsed);
    clock.sync(99.2);
    elapsed = 1000;
    clock.sync(100.9);
    expect(clock.now()).toBeCloseTo(100.9);
    elapsed = 2000;
    clock.sync(101.1);
    expect(clock.now()).toBeCloseTo(101.9);
  });

  it("counts from when an answer was received, even if scripts load ten seconds later", () => {
    let elapsed = 10_300;
    const clock = createServerClock(() => elapsed);
    clock.sync(100, 300);
    expect(clock.now()).toBeCloseTo(110);
    elapsed = 11_000;
    clock.sync(100.5);
    expect(clock.now()).toBeCloseTo(110.7);
  });
});
