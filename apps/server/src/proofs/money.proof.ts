import { expect, it } from "vitest";
import { surviveKillsOfMoney } from "../testing/process/kill-money.ts";

const runs = process.env.EVENTLY_ENGINE !== "dynamodb-local";
if (!runs) process.stdout.write("skipped: the killed engine is always dynoxide, proved in its own round\n");

it.runIf(runs)(
  "ten kill -9 of API, engine and Stripe's double under 200 buyers: money is exact, and no answer stays open for a minute",
  async () => {
    const { buyers, killed, log, audit } = await surviveKillsOfMoney({ buyers: 200, kills: 10, seed: 31 });
    const { ends, requests, unanswered, longestAnswer, longestPurchase } = log;
    const waits = { requests, unanswered, longestAnswer, longestPurchase };
    process.stdout.write(
      `money under kills ${JSON.stringify(killed)}: ${JSON.stringify({ buyers, ends, ...waits, audit })}\n`,
    );
    expect(Object.values(killed).reduce((sum, times) => sum + times, 0)).toBe(10);
    for (const how of ["booked", "cancelled", "refunded in part"]) expect(ends[how]).toBeGreaterThan(0);
    expect(longestAnswer).toBeLessThan(60);
  },
  900_000,
);
