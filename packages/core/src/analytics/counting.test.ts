import * as fc from "fast-check";
import { expect, it } from "vitest";
import { CountingWorld, type Step, steps } from "../testing/counting-world.ts";
import { createMemoryTable } from "../testing/memory-table.ts";

const histories = process.env.EVENTLY_PROOF ? 2_000 : 150;
const history = fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(999)), {
  minLength: 20,
  maxLength: 80,
  size: "max",
});
const taken = new Map<string, number>();

async function live(plan: [Step, number][]): Promise<void> {
  const world = new CountingWorld(createMemoryTable(), "event-00001");
  await world.open();
  for (const [kind, n] of plan) {
    await world.take(kind, n);
    expect(world.wrongs.slice(0, 1)).toEqual([]);
  }
  await world.end();
  expect(world.wrongs.slice(0, 1)).toEqual([]);
  for (const [kind, count] of Object.entries(world.done)) taken.set(kind, (taken.get(kind) ?? 0) + count);
}

it("no count is lost or doubled after any step of a random history", async () => {
  await fc.assert(fc.asyncProperty(history, live), { numRuns: histories, endOnFailure: true });
  process.stdout.write(`counting: ${histories} histories: ${JSON.stringify(Object.fromEntries(taken))}\n`);
  for (const kind of [...steps, "answered read", "unanswered sale", "unanswered fold"])
    expect(taken.get(kind) ?? 0).toBeGreaterThan(histories / 10);
});
