import { describe, expect, it } from "vitest";
import { listRefundSteps, shareOf } from "./refund-steps.rules.ts";

const hour = 3600;
const start = 1_000 * hour;
const half = { hours_before: 48, percent: 50 };
const whole = { hours_before: 48, percent: 100 };

describe("what comes back by when", () => {
  it.each([
    ["nothing where nobody may cancel", null, null, []],
    ["the policy's share until its notice", null, half, [{ until: start - 48 * hour, percent: 50 }]],
    ["all of it while a move is news", start - 100 * hour, null, [{ until: start - 100 * hour, percent: 100 }]],
    [
      "first all of it, then the policy's share",
      start - 100 * hour,
      half,
      [
        { until: start - 100 * hour, percent: 100 },
        { until: start - 48 * hour, percent: 50 },
      ],
    ],
    [
      "all of it where the move is news for longer",
      start - 10 * hour,
      half,
      [{ until: start - 10 * hour, percent: 100 }],
    ],
    ["all of it for the longer of two times", start - 100 * hour, whole, [{ until: start - 48 * hour, percent: 100 }]],
    ["all of it at most until it begins", start + hour, half, [{ until: start, percent: 100 }]],
  ] as const)("%s", (_, free, policy, steps) => {
    expect(listRefundSteps({ start, free, policy })).toEqual(steps);
  });

  it("is rounded down, less what was refunded, and never negative", () => {
    expect(shareOf({ total: 1_001, currency: "USD" }, 50)).toBe(500);
    expect(shareOf({ total: 1_001, refunded: 400, currency: "USD" }, 50)).toBe(100);
    expect(shareOf({ total: 1_001, refunded: 501, currency: "USD" }, 50)).toBe(0);
    expect(shareOf({ total: 1_001, currency: "USD" }, 100)).toBe(1_001);
    expect(shareOf({ total: 1_001, currency: "USD" }, 0)).toBe(0);
    for (let total = 0; total < 300; total++)
      for (let percent = 0; percent <= 100; percent++)
        expect(shareOf({ total: total, currency: "USD" }, percent) * 100 + ((total * percent) % 100)).toBe(
          total * percent,
        );
  });

  it("is rounded to what the currency can be refunded in, and of all of it is all", () => {
    expect(shareOf({ total: 5_130, currency: "KWD" }, 50)).toBe(2_560);
    expect(shareOf({ total: 5_130, refunded: 1_000, currency: "KWD" }, 50)).toBe(1_560);
    expect(shareOf({ total: 500, currency: "MGA" }, 50)).toBe(200);
    expect(shareOf({ total: 501, currency: "ISK" }, 50)).toBe(250);
    expect(shareOf({ total: 5_135, currency: "KWD" }, 100)).toBe(5_135);
  });
});
