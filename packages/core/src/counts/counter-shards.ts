import { limitConcurrency } from "../concurrency/limit-concurrency.ts";
import type { EventId } from "../ids.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import { rollUpEventShards } from "./roll-up-shards.ts";

/** The counter shards of this process and their pending roll-ups. */
export type CounterShards = {
  /** Runs `write` with a counter shard of the event that no other write of this process uses meanwhile. */
  acquire<T>(event_id: EventId, write: (shard: Key) => Promise<T>): Promise<T>;
  /** The shard for this process's hold requests; never acquired by a sale. */
  holdShard(event_id: EventId): Key;
  /** Makes the next roll-up read the shards of an event. */
  markChanged(event_id: EventId): void;
  /** Rolls up the shards of every event sold since the last roll-up. Throws UNAVAILABLE; no count is lost then. */
  rollUp(): Promise<void>;
};

/** As many as the process's concurrent requests: further writes would only wait there. */
const maxAcquired = 16;

type Shard = { key: Key; round: number };
type EventShards = {
  limit: ReturnType<typeof limitConcurrency>;
  free: Shard[];
  /** Acquired during a roll-up: reserved for the next one, so that no rush can starve it. */
  resting: Shard[];
  made: number;
  round: number;
};

/** `process` is unique to this process. */
export function createCounterShards(table: Table, clock: Clock, process: string): CounterShards {
  /** Those written to since the last roll-up. */
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
    if (!changed.has(event_id) && areAllIdle(shards)) events.delete(event_id);
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

/** Then their names may be given anew: what was counted in them is in the event. */
const areAllIdle = ({ free, resting, made }: EventShards): boolean => free.length + resting.length === made;

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
