import { expect, it } from "vitest";
import { surviveKills } from "../testing/process/kill-story.ts";

const runs = process.env.EVENTLY_ENGINE !== "dynamodb-local";
if (!runs) process.stdout.write("skipped: the killed engine is always dynoxide, proved in its own round\n");

it.runIf(runs).each([
  { target: "engine", seed: 11 },
  { target: "api", seed: 12 },
] as const)(
  "ten kill -9 of the $target in the middle of a sale lose nothing that a response named",
  async ({ target, seed }) => {
    const { kills, audit, requests, confirmed, cancelled } = await surviveKills({ target, kills: 10, seed });
    process.stdout.write(
      `${target} killed ${kills} times in ${requests} requests; told of ${confirmed} booked, ${cancelled} cancelled: ${JSON.stringify(audit)}\n`,
    );
    expect(audit.bookings).toBeGreaterThanOrEqual(confirmed + cancelled);
  },
  600_000,
);

it.runIf(runs)(
  "200 sales at once and kill -9 of the API in the middle: counters, revenue and verify are exact afterwards",
  async () => {
    const story = { target: "api", kills: 3, seed: 13, buyers: 200, rows: 20 } as const;
    const { kills, audit, counts, requests } = await surviveKills(story);
    process.stdout.write(
      `api killed ${kills} times under 200 buyers in ${requests} requests: ${JSON.stringify({ ...audit, ...counts })}\n`,
    );
    expect(counts.total_bookings).toBeGreaterThan(30);
    expect(counts.gross - counts.refunded).toBe(audit.revenue);
  },
  600_000,
);
