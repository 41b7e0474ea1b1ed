import { expect, it } from "vitest";
import { fuzz } from "./testing/fuzz-story.ts";

it("10,000 requests drawn from the document are all answered by its contract, each route also well", async () => {
  const tally = await fuzz({ requests: 10_000, seed: 2 });
  for (const [route, statuses] of tally) {
    const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    process.stdout.write(`${route.padEnd(44)} ${counts.join("  ")}\n`);
  }
  const never = [...tally].filter(([, statuses]) => ![...statuses.keys()].some((status) => status < 300));
  expect(never.map(([route]) => route)).toEqual([]);
});
