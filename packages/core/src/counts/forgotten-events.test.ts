import { expect, it } from "vitest";
import { fakeTable } from "../testing/fake-table.ts";
import { id } from "../testing/id.ts";
import { usedHeap } from "../testing/used-heap.ts";
import { createCounterShards } from "./counter-shards.ts";
import { createHoldRequests } from "./hold-requests.ts";

const events = 20_000;
/** Far less than an entry for each event takes. */
const mostBytes = 1_500_000;

/** A table that takes every write and has no shards to roll up; it keeps no requests. */
function open() {
  const { table, inputs } = fakeTable(() => ({ Items: [] }));
  const shards = createCounterShards(table, () => 1_800_000_000, "a");
  const parts = { table, clock: () => 1_800_000_000, shards, pauseMs: 0, report: () => undefined };
  return { shards, requests: createHoldRequests(parts), forgetInputs: () => void inputs.splice(0) };
}

it("an event whose holds and sales are counted takes no memory any more", async () => {
  const { shards, requests, forgetInputs } = open();
  const turn = async (from: number, count: number) => {
    for (let i = from; i < from + count; i++) {
      await requests.count(id.event(i), { won: true });
      await shards.acquire(id.event(i), async () => undefined);
    }
    await requests.resend();
    await shards.rollUp();
    forgetInputs();
  };
  await turn(1, 500);
  const before = usedHeap();
  await turn(1_000, events);
  expect(usedHeap() - before).toBeLessThan(mostBytes);
  await requests.count(id.event(1), { won: true });
});
