import { describe, expect, it } from "vitest";
import { announceLeft, formatLeft } from "./countdown";
import { createServerClock } from "./server-clock";

describe("formatLeft", () => {
  it("speaks in minutes until under two, then in seconds", () => {
    expect([179, 120, 119.2, 119, 61, 9.4, 0, -3].map(formatLeft)).toEqual([
      "2 min",
      "2 min",
      "2 min",
      "1:59",
      "1:01",
      "0:10",
      "0:00",
      "0:00",
    ]);
  });
});

describe("announceLeft", () => {
  it("says 2 min, 1 min and 30 s once each and nothing between", () => {
    const said: string[] = [];
    for (let left = 180; left > 0; left--)
      said.push(...[announceLeft(left, left - 1)].filter((words) => words !== null));
    expect(said).toEqual([
      "2 minutes left to keep your seats.",
      "1 minute left to keep your seats.",
      "30 seconds left to keep your seats.",
    ]);
  });

  it("says only the last when time jumped, and nothing after the end or when time was added", () => {
    expect(announceLeft(150, 20)).toContain("30 seconds");
    expect(announceLeft(40, 0)).toBeNull();
    expect(announceLeft(20, 140)).toBeNull();
  });
});

describe("the server's clock", () => {
  it("runs on by itself and ignores what the person's clock says", () => {
    let elapsed = 1000;
    const clock = createServerClock(() => elapsed);
    clock.sync(5_000);
    elapsed += 2_500;
    expect(clock.now()).toBe(5_002.5);
  });

  it("keeps the answer that was on its way for the shortest time", () => {
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
});
