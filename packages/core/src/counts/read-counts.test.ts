import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { GetCommand, TransactGetCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { keys } from "../table/keys.ts";
import type { Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";
import { id } from "../testing/id.ts";
import { interpose } from "../testing/interpose.ts";
import { createMemoryTable } from "../testing/memory-table.ts";
import { createCounterShards } from "./counter-shards.ts";
import { addToShard, readTally, rollUpShards } from "./counts.table.ts";
import { readCounts } from "./read-counts.ts";
import { listShards } from "./roll-up-shards.ts";

const event_id = id.event(1);
const now = 1_800_000_000;
let time = now;
const clock = () => time;
let table: Table;

beforeEach(async () => {
  time = now;
  table = createMemoryTable();
  await transact(table, [{ put: keys.event(event_id) }]);
});

const count = (shard: string) =>
  transact(table, [addToShard(keys.counterShard(event_id, shard), { total_bookings: 1 }, now)]);
async function rollUp() {
  const shards = await listShards(table, event_id);
  const full = shards.filter((shard) => Object.keys(readTally(shard)).length > 0);
  return transact(table, rollUpShards(event_id, full, now));
}
const read = async (on: Table) =>
  (await readCounts({ table: on, clock, counterShards: createCounterShards(on, clock, "a") }, event_id)).total_bookings;

/** Runs right before the n-th read of several items, counted from 1. */
function before(happens: (reading: number, size: number) => Promise<unknown> | unknown): Table {
  let reads = 0;
  return interpose(table, async (command, send) => {
    if (command instanceof TransactGetCommand) await happens(++reads, command.input.TransactItems?.length ?? 0);
    return send();
  });
}

it("counts sales in a shard created after the shards were listed", async () => {
  await count("a-1");
  const sizes: number[] = [];
  const born = before(async (reading, size) => {
    sizes.push(size);
    if (reading === 1) await count("b-1");
  });
  expect(await read(born)).toBe(2);
  expect(sizes).toEqual([2, 3]);
});

it("counts sales once that were rolled up after the shards were listed", async () => {
  await count("a-1");
  expect(await read(before((reading) => reading === 1 && rollUp()))).toBe(1);
});

it("reads again if a roll-up happened between two parts", async () => {
  for (let i = 0; i < 120; i++) await count(`a-${i}`);
  const shard = (await listShards(table, event_id)).at(-1);
  const sizes: number[] = [];
  const moving = before(async (reading, size) => {
    sizes.push(size);
    if (reading === 2 && shard) await transact(table, rollUpShards(event_id, [shard], now));
  });
  expect(await read(moving)).toBe(120);
  expect(sizes).toEqual([100, 22, 100, 22]);
});

it("reads shards under constant writes one by one, and counts each sale once", async () => {
  for (const shard of ["a-1", "a-2", "a-3"]) await count(shard);
  const busy = before((_, size) => {
    if (size <= 2) return;
    const CancellationReasons = Array.from({ length: size }, () => ({ Code: "TransactionConflict" }));
    throw new TransactionCanceledException({ message: "cancelled", $metadata: {}, CancellationReasons });
  });
  expect(await read(busy)).toBe(3);
});

describe("of an event without recent writes", () => {
  let transactions: number;
  /** The read of the event alone, and what runs right before it. */
  const resting = (happens: () => unknown = () => undefined) => {
    transactions = 0;
    return interpose(table, async (command, send) => {
      if (command instanceof TransactGetCommand) transactions++;
      if (command instanceof GetCommand) await happens();
      return send();
    });
  };
  beforeEach(async () => {
    for (const shard of ["a-1", "b-1"]) await count(shard);
    await rollUp();
  });

  it("reads only the event once its shards were empty for a minute", async () => {
    time = now + 60;
    expect([await read(resting()), transactions]).toEqual([2, 1]);
    time = now + 61;
    expect([await read(resting()), transactions]).toEqual([2, 0]);
    await count("b-1");
    expect([await read(resting()), transactions]).toEqual([3, 1]);
  });

  it.each([
    ["in a shard that was empty", () => count("b-1")],
    ["in a new shard", () => count("c-1")],
    ["and rolled up, however late that arrived", () => count("b-1").then(rollUp)],
  ])("counts what was sold as it was read, %s", async (_, happens) => {
    time = now + 3_600;
    expect([await read(resting(happens)), transactions]).toEqual([3, 1]);
  });

  it("refuses an unknown event", async () => {
    await expect(
      readCounts({ table, clock, counterShards: createCounterShards(table, clock, "a") }, id.event(2)),
    ).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
  });
});

it("is UNAVAILABLE if every read meets a new shard", async () => {
  await count("a-1");
  const born = before((reading) => count(`b-${reading}`));
  await expect(read(born)).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
