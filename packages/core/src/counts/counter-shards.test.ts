import { QueryCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { type Key, keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";
import { silence } from "../testing/fake-table.ts";
import { id } from "../testing/id.ts";
import { interpose } from "../testing/interpose.ts";
import { createMemoryTable } from "../testing/memory-table.ts";
import { type CounterShards, createCounterShards } from "./counter-shards.ts";
import { addHoldRequests, addToShard, readTally } from "./counts.table.ts";
import { listShards } from "./roll-up-shards.ts";

const event_id = id.event(1);
let table: Table;
let shards: CounterShards;
let now: number;

beforeEach(async () => {
  now = 1_800_000_000;
  table = createMemoryTable();
  shards = createCounterShards(table, () => now, "a");
  await transact(table, [{ put: keys.event(event_id) }]);
});

const count = (shard: Key, on = table) => transact(on, [addToShard(shard, { total_bookings: 1 }, now)]);
const sell = (by = shards) => by.acquire(event_id, (shard) => count(shard));
const onEvent = async () => readTally(await readItem(table, keys.event(event_id)));
const readShards = async () =>
  Object.fromEntries(
    (await listShards(table, event_id)).map((shard) => [shard.sk, readTally(shard).total_bookings ?? 0]),
  );

/** A write that the test completes. */
function open(by = shards): { name: Promise<string>; close: () => Promise<void> } {
  let close = (): void => undefined;
  const closed = new Promise<void>((resume) => {
    close = resume;
  });
  let given: Promise<void> = Promise.resolve();
  const name = new Promise<string>((tell) => {
    given = by.acquire(event_id, (shard) => {
      tell(shard.sk);
      return closed;
    });
  });
  return {
    name,
    close: () => {
      close();
      return given;
    },
  };
}

describe("acquiring a counter shard", () => {
  it("gives it to one write at a time: successive writes share one, concurrent writes have one each", async () => {
    expect(await shards.acquire(event_id, async ({ sk }) => sk)).toBe("a-1");
    expect(await shards.acquire(event_id, async ({ sk }) => sk)).toBe("a-1");
    const [first, second] = [open(), open()];
    expect(await Promise.all([first.name, second.name])).toEqual(["a-1", "a-2"]);
    expect(await shards.acquire(event_id, async ({ sk }) => sk)).toBe("a-3");
    await Promise.all([first.close(), second.close()]);
  });

  it("is separate for each event", async () => {
    const [first, second] = await Promise.all(
      [id.event(1), id.event(2)].map((event_id) => shards.acquire(event_id, async (key) => key)),
    );
    expect([first, second]).toEqual([keys.counterShard(id.event(1), "a-1"), keys.counterShard(id.event(2), "a-1")]);
  });

  it("frees it after a write that failed, whose error is thrown", async () => {
    await expect(shards.acquire(event_id, () => Promise.reject(silence()))).rejects.toThrow("socket hang up");
    expect(await shards.acquire(event_id, async ({ sk }) => sk)).toBe("a-1");
  });

  it("serves sixteen writes at once; the seventeenth waits for one of them", async () => {
    const writes = Array.from({ length: 17 }, () => open());
    const names = await Promise.all(writes.slice(0, 16).map(({ name }) => name));
    expect(new Set(names).size).toBe(16);
    await writes[4]?.close();
    expect(await writes[16]?.name).toBe("a-5");
    await Promise.all(writes.map(({ close }) => close()));
  });
});

describe("a roll-up", () => {
  it("moves this process's counts to the event, once", async () => {
    await sell();
    await Promise.all([sell(), sell()]);
    expect(await readShards()).toEqual({ "a-1": 2, "a-2": 1 });
    await shards.rollUp();
    await shards.rollUp();
    expect(await onEvent()).toEqual({ total_bookings: 3 });
    expect(await readShards()).toEqual({ "a-1": 0, "a-2": 0 });
  });

  it("sends nothing without sales since the last one", async () => {
    let requests = 0;
    const counted = interpose(table, (_, send) => {
      requests++;
      return send();
    });
    shards = createCounterShards(counted, () => now, "a");
    await shards.rollUp();
    expect(requests).toBe(0);
    await sell();
    await shards.rollUp();
    expect(requests).toBe(2);
    await shards.rollUp();
    expect(requests).toBe(2);
  });

  it("skips a shard in use, and gets it the next time, however great the rush", async () => {
    await sell();
    const write = open();
    await shards.rollUp();
    expect(await onEvent()).toEqual({});
    await write.close();
    expect(await shards.acquire(event_id, async ({ sk }) => sk)).toBe("a-2");
    await shards.rollUp();
    expect(await onEvent()).toEqual({ total_bookings: 1 });
    expect(new Set([await open().name, await open().name])).toEqual(new Set(["a-1", "a-2"]));
  });

  it("that got no response is made up for by the next", async () => {
    let silent = true;
    const wire = interpose(table, (command, send) =>
      silent && command instanceof QueryCommand ? Promise.reject(silence()) : send(),
    );
    shards = createCounterShards(wire, () => now, "a");
    await sell();
    await expect(shards.rollUp()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    silent = false;
    await shards.rollUp();
    expect(await onEvent()).toEqual({ total_bookings: 1 });
  });

  it("takes the other shards if one changed since it was read", async () => {
    let late = true;
    const wire = interpose(table, async (command, send) => {
      if (late && command instanceof TransactWriteCommand) {
        late = false;
        await count(keys.counterShard(event_id, "a-2"));
      }
      return send();
    });
    await Promise.all([sell(), sell(), sell()]);
    const slow = createCounterShards(wire, () => now + 11, "b");
    slow.markChanged(event_id);
    await slow.rollUp();
    expect(await onEvent()).toEqual({ total_bookings: 2 });
    expect(await readShards()).toEqual({ "a-1": 0, "a-2": 2, "a-3": 0 });
    now += 11;
    await slow.rollUp();
    expect(await onEvent()).toEqual({ total_bookings: 4 });
  });
});

describe("what another process left in its shards", () => {
  const other = () => createCounterShards(table, () => now, "b");
  const markAndRollUp = async (by: CounterShards) => {
    by.markChanged(event_id);
    await by.rollUp();
  };

  it("is rolled up by any process after 10 s without a write", async () => {
    await sell();
    now += 10;
    await markAndRollUp(other());
    expect(await onEvent()).toEqual({});
    now += 1;
    await markAndRollUp(other());
    expect(await onEvent()).toEqual({ total_bookings: 1 });
  });

  it("is removed once empty and without a write for two minutes", async () => {
    await sell();
    await shards.rollUp();
    now += 120;
    await markAndRollUp(other());
    expect(await readShards()).toEqual({ "a-1": 0 });
    now += 1;
    await markAndRollUp(other());
    expect(await readShards()).toEqual({});
    expect(await onEvent()).toEqual({ total_bookings: 1 });
  });

  it("is kept for two days if it has the time of the last hold request", async () => {
    const batch = { sequence: 1, hold_attempts: 1, holds_placed: 1, requested_at: now };
    await transact(table, [addHoldRequests(shards.holdShard(event_id), batch, now)]);
    await markAndRollUp(shards);
    expect(await onEvent()).toEqual({ hold_attempts: 1, holds_placed: 1 });
    now += 2 * 86_400;
    await markAndRollUp(other());
    expect(Object.keys(await readShards())).toEqual(["a-holds"]);
    now += 1;
    await markAndRollUp(other());
    expect(await readShards()).toEqual({});
  });

  it("counts also when it arrives after its shard was removed", async () => {
    await sell();
    await shards.rollUp();
    now += 121;
    await markAndRollUp(other());
    await count(keys.counterShard(event_id, "a-1"));
    now += 11;
    await markAndRollUp(other());
    expect(await onEvent()).toEqual({ total_bookings: 2 });
  });
});
