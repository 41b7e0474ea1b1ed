import { expect, it } from "vitest";
import { surviveKills } from "./testing/kill-story.ts";

const runs = process.env.EVENTLY_ENGINE !== "dynamodb-local";
if (!runs) process.stdout.write("skipped: the killed engine is always dynoxide, proved in its own round\n");

it.runIf(runs).each([
  { what: "engine", seed: 11 },
  { what: "api", seed: 12 },
] as const)(
  "ten kill -9 of the $what in the middle of a sale lose nothing that anyone was told",
  async ({ what, seed }) => {
    const { kills, audit, requests, confirmed, cancelled } = await surviveKills(what, 10, seed);
    process.stdout.write(
      `${what} killed ${kills} times in ${requests} requests; told of ${confirmed} booked, ${cancelled} cancelled: ${JSON.stringify(audit)}\n`,
    );
    expect(audit.bookings).toBeGreaterThanOrEqual(confirmed + cancelled);
  },
  600_000,
);
