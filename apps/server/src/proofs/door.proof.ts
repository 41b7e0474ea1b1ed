import { expect, it } from "vitest";
import { surviveKillsAtDoor } from "../testing/process/kill-door.ts";

const runs = process.env.EVENTLY_ENGINE !== "dynamodb-local";
if (!runs)
  process.stdout.write("skipped: the engine beside killed processes is always dynoxide, proved in its own round\n");

it.runIf(runs)(
  "kill -9 of the API while three devices scan 192 tickets: each is counted in once, doubles are named, none is lost",
  async () => {
    const { kills, ...rest } = await surviveKillsAtDoor({ kills: 6, seed: 21, rows: 8 });
    process.stdout.write(`door, killed ${kills} times: ${JSON.stringify(rest)}\n`);
    expect(kills).toBeGreaterThanOrEqual(4);
    expect(rest.doubles).toBeGreaterThan(0);
  },
  600_000,
);
