import type { EventId } from "../ids.ts";
import { type Key, keys } from "../table/keys.ts";
import { limitConcurrency } from "../table/limit-concurrency.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import { rollUpEventShards } from "./roll-up-shards.ts";

/** Where this process counts what it sells, and what of it EVENT does not have yet. */
export type CounterShards = {
  /** Runs `write` with a counter shard of the event that no other write of this process has meanwhile. */
  acquire<T>(event_id: EventId, write: (shard: Key) => Promise<T>): Promise<T>;
  /** The shard where this process counts hold requests; never acquired by a sale. */
  holdShard(event_id: EventId): Key;
  /** Has the next roll-up read the shards of an event. */
  markChanged(event_id: EventId): void;
  /** Brings EVENT of each event that was sold since the last roll-up up to date. Throws UNAVAILABLE; nothing is lost by it. */
  rollUp(): Promise<void>;
};

/** As many as a process has requests under way: more would only wait there. */
const maxAcquired = 16;

type Shard = { key: Key; round: number };
type EventShards = {
  limit: ReturnType<typeof limitConcurrency>;
  free: Shard[];
  /** Acquired throughout a roll-up: put aside until the next one has them, however great the rush. */
  resting: Shard[];
  made: number;
  round: number;
};

/** `process` is a name that no other process has. */
export function createCounterShards(table: Table, clock: Clock, process: string): CounterShards {
  const events = new Map<EventId, EventShards>();
  const changed = new Set<EventId>();

  const holdShard = (event_id: EventId): Key => keys.counterShard(event_id, `${process}-holds`);

  function shardsOf(event_id: EventId): EventShards {
    const known = events.get(event_id);
    if (known) return known;
    const fresh = { limit: limitConcurrency(maxAcquired), free: [], resting: [], made: 0, round: 0 };
    events.set(event_id, fresh);
    return fresh;
  }

  async function rollUpEvent(event_id: EventId): Promise<void> {
    const shards = shardsOf(event_id);
    shards.round++;
    const idle = [...shards.free.splice(0), ...shards.resting.splice(0)];
    const own = new Set([holdShard(event_id), ...idle.map(({ key }) => key)].map(({ sk }) => sk));
    try {
      if (!(await rollUpEventShards(table, event_id, { own, now: clock() }))) changed.add(event_id);
    } catch (error) {
      changed.add(event_id);
      throw error;
    } finally {
      shards.free.push(...idle);
    }
  }

  return {
    acquire(event_id, write) {
      const shards = shardsOf(event_id);
      const makeKey = () => keys.counterShard(event_id, `${process}-${++shards.made}`);
      return withFreeShard(shards, makeKey, (shard) => write(shard).finally(() => changed.add(event_id)));
    },
    holdShard,
    markChanged: (event_id) => void changed.add(event_id),
    async rollUp() {
      const toRollUp = [...changed];
      changed.clear();
      const outcomes = await Promise.allSettled(toRollUp.map(rollUpEvent));
      for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    },
  };
}

function withFreeShard<T>(shards: EventShards, makeKey: () => Key, write: (shard: Key) => Promise<T>): Promise<T> {
  return shards.limit(async () => {
    const shard = shards.free.pop() ?? { key: makeKey(), round: 0 };
    shard.round = shards.round;
    try {
      return await write(shard.key);
    } finally {
      (shard.round === shards.round ? shards.free : shards.resting).push(shard);
    }
  });
}
