import { describe, expect, it } from "vitest";
import { announceLeft, formatLeft } from "./countdown";

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
