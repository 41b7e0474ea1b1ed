import { expect, it } from "vitest";
import { surviveKills } from "../testing/process/kill-story.ts";

const runs = process.env.EVENTLY_ENGINE !== "dynamodb-local";
if (!runs) process.stdout.write("skipped: the killed engine is always dynoxide, tested in its own round\n");

it.runIf(runs).each([
  { target: "engine", seed: 1 },
  { target: "api", seed: 2 },
] as const)(
  "kill -9 of the $target in the middle of a sale loses nothing that anyone was told",
  async ({ target, seed }) => {
    const { kills, audit, counts, requests } = await surviveKills({ target, kills: 2, seed });
    process.stdout.write(
      `${target} killed ${kills} times in ${requests} requests: ${JSON.stringify({ ...audit, ...counts })}\n`,
    );
    expect(audit.bookings).toBeGreaterThan(0);
  },
  900_000,
);
