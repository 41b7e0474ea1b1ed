import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { silence } from "../testing/fake-table.ts";
import { id } from "../testing/id.ts";
import { interpose } from "../testing/interpose.ts";
import { createMemoryTable } from "../testing/memory-table.ts";
import { createCounterShards } from "./counter-shards.ts";
import { readTally } from "./counts.table.ts";
import { createHoldRequests } from "./hold-requests.ts";

const event_id = id.event(1);
type Weather = "fair" | "answer lost" | "silence";

let table: Table;
let now: number;
let weather: Weather;
let writes: number;
let reports: unknown[];

beforeEach(() => {
  table = createMemoryTable();
  now = 1_800_000_000.5;
  weather = "fair";
  writes = 0;
  reports = [];
});
afterEach(() => void vi.useRealTimers());

function open(pauseMs = 0) {
  const wire = interpose(table, async (_, send) => {
    writes++;
    if (weather === "silence") throw silence();
    const answer = await send();
    if (weather === "answer lost") throw silence();
    return answer;
  });
  const clock = () => now;
  const shards = createCounterShards(wire, clock, "a");
  return createHoldRequests({ table: wire, clock, shards, pauseMs, report: (error) => reports.push(error) });
}

const onShard = () => readItem(table, keys.counterShard(event_id, "a-holds"));
const counted = async () => readTally(await onShard());

it("a count is in the table when its promise resolves, with the time of the request", async () => {
  const requests = open();
  await requests.count(event_id, { won: true });
  expect(await counted()).toEqual({ hold_attempts: 1, holds_placed: 1 });
  expect(await onShard()).toMatchObject({ last_hold_at: 1_800_000_001 });
  await requests.count(event_id, { won: false });
  expect(await counted()).toEqual({ hold_attempts: 2, holds_placed: 1 });
  expect(reports).toEqual([]);
});

it("requests counted during a write go with the next one", async () => {
  const requests = open();
  await Promise.all(Array.from({ length: 50 }, (_, i) => requests.count(event_id, { won: i < 10 })));
  expect(await counted()).toEqual({ hold_attempts: 50, holds_placed: 10 });
  expect(writes).toBe(2);
});

it("two writes for an event are at least the pause apart", async () => {
  vi.useFakeTimers();
  const requests = open(50);
  await requests.count(event_id, { won: true });
  const second = requests.count(event_id, { won: true });
  await vi.advanceTimersByTimeAsync(49);
  expect(writes).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await second;
  expect(writes).toBe(2);
});

it("a count whose response was lost is resent unchanged and counted once", async () => {
  const requests = open();
  weather = "answer lost";
  await requests.count(event_id, { won: true });
  expect(await counted()).toEqual({ hold_attempts: 1, holds_placed: 1 });
  await requests.count(event_id, { won: false });
  weather = "fair";
  for (let i = 0; i < 2; i++) {
    await requests.resend();
    expect(await counted()).toEqual({ hold_attempts: 2, holds_placed: 1 });
  }
  expect(writes).toBe(4);
  expect(reports).toHaveLength(2);
});

it("a count waits while the engine does not respond, and arrives when it does", async () => {
  const requests = open();
  weather = "silence";
  await requests.count(event_id, { won: true });
  await requests.count(event_id, { won: true });
  expect(await counted()).toEqual({});
  weather = "fair";
  await requests.count(event_id, { won: false });
  expect(await counted()).toEqual({ hold_attempts: 3, holds_placed: 2 });
});

it("a batch without a response for ten minutes is dropped and reported; later ones count", async () => {
  const requests = open();
  weather = "silence";
  await requests.count(event_id, { won: true });
  now += 602;
  weather = "fair";
  await requests.count(event_id, { won: true });
  expect(String(reports.at(-1))).toContain("1 holds of event-00001 were not counted");
  await requests.resend();
  expect(await counted()).toEqual({ hold_attempts: 1, holds_placed: 1 });
});

it("a shard takes a batch number once, even if the engine forgot the request", async () => {
  const requests = open();
  await requests.count(event_id, { won: true });
  const again = open();
  await again.count(event_id, { won: true });
  expect(await counted()).toEqual({ hold_attempts: 1, holds_placed: 1 });
});
