import * as fc from "fast-check";
import { expect, it } from "vitest";
import { anyHistory, live, steps } from "../testing/counting-world.ts";
import { id } from "../testing/id.ts";
import { createMemoryTable } from "../testing/memory-table.ts";

const histories = process.env.EVENTLY_PROOF ? 2_000 : 150;
const happened = new Map<string, number>();

it("no count is lost or doubled after any step of a random history", async () => {
  const property = fc.asyncProperty(anyHistory, async (history) => {
    const done = await live(createMemoryTable(), id.event(1), history);
    for (const [kind, count] of Object.entries(done)) happened.set(kind, (happened.get(kind) ?? 0) + count);
  });
  await fc.assert(property, { numRuns: histories, endOnFailure: true });
  process.stdout.write(`counting: ${histories} histories: ${JSON.stringify(Object.fromEntries(happened))}\n`);
  for (const kind of [...steps, "answered read", "unanswered sale", "unanswered roll-up"])
    expect(happened.get(kind) ?? 0).toBeGreaterThan(histories / 10);
});
