import { expect, it } from "vitest";
import { surviveKills } from "../testing/process/kill-story.ts";

const runs = process.env.EVENTLY_ENGINE !== "dynamodb-local";
if (!runs) process.stdout.write("skipped: the killed engine is always dynoxide, tested in its own round\n");

it.runIf(runs).each([
  { what: "engine", seed: 1 },
  { what: "api", seed: 2 },
] as const)(
  "kill -9 of the $what in the middle of a sale loses nothing that anyone was told",
  async ({ what, seed }) => {
    const { kills, audit, counts, requests } = await surviveKills({ what, kills: 2, seed });
    process.stdout.write(
      `${what} killed ${kills} times in ${requests} requests: ${JSON.stringify({ ...audit, ...counts })}\n`,
    );
    expect(audit.bookings).toBeGreaterThan(0);
  },
  900_000,
);
