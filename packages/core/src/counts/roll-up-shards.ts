import type { EventId } from "../ids.ts";
import { counterShardsOf, type Key, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import { type Item, transact } from "../table/transact.ts";
import { readTally, removeShard, rollUpShards } from "./counts.table.ts";

/** A shard untouched for this long was left by a process that died or hangs: any process may roll it up, in seconds. */
const leftAfter = 10;
/** No write to a shard can be in flight for longer than this, in seconds. */
const atRestAfter = 60;
/** An empty shard is removed after this long, in seconds; one of hold requests only after any hold has expired. */
const keptEmpty = 120;
const keptForHolds = 2 * 86_400;
/** Shards per transaction, which also writes EVENT. */
const maxShards = 99;

export async function listShards(table: Table, event_id: EventId): Promise<Item[]> {
  const shards: Item[] = [];
  for await (const shard of queryItems(table, { partition: counterShardsOf(event_id), consistent: true }))
    shards.push(shard);
  return shards;
}

const isEmpty = (shard: Item): boolean => Object.keys(readTally(shard)).length === 0;

/** Whether a shard is left for another process to roll up or remove. */
export function isAbandoned(shard: Item, now: number): boolean {
  const keep = shard.last_hold_at === undefined ? keptEmpty : keptForHolds;
  return now - Number(shard.touched_at) > (isEmpty(shard) ? keep : leftAfter);
}

/** Whether all counts of the shards were moved to EVENT some time ago. */
export function areAtRest(shards: Item[], now: number): boolean {
  return shards.every((shard) => isEmpty(shard) && now - Number(shard.touched_at) > atRestAfter);
}

/**
 * Moves the counts of the `own` shards and of abandoned ones to EVENT, and removes empty shards no longer in use.
 * Returns whether all counts were moved; those of shards written meanwhile stay there, still counted, until the next
 * roll-up.
 */
export async function rollUpEventShards(
  table: Table,
  event_id: EventId,
  { own, now }: { own: ReadonlySet<string>; now: number },
): Promise<boolean> {
  const shards = await listShards(table, event_id);
  const full = shards.filter((shard) => !isEmpty(shard));
  const ours = full.filter((shard) => own.has(String(shard.sk)));
  const left = full.filter((shard) => !own.has(String(shard.sk)) && isAbandoned(shard, now));
  let all = true;
  for (const chunk of [...chunksOf(ours), ...chunksOf(left)])
    all = (await rollUpTogether(table, event_id, chunk, now)) && all;
  for (const shard of shards)
    if (isEmpty(shard) && isAbandoned(shard, now)) await transact(table, [removeShard(shard)]);
  return all;
}

/** Uses one transaction; if some shards changed since they were read, moves the others without them. */
async function rollUpTogether(table: Table, event_id: EventId, shards: Item[], now: number): Promise<boolean> {
  const outcome = await transact(table, rollUpShards(event_id, shards, now));
  if (outcome.done) return true;
  const moved = new Set(outcome.failedConditions.map(({ index }) => shards[index - 1]));
  const still = shards.filter((shard) => !moved.has(shard));
  if (still.length > 0) await transact(table, rollUpShards(event_id, still, now));
  return false;
}

function chunksOf(shards: Item[], size = maxShards): Item[][] {
  return Array.from({ length: Math.ceil(shards.length / size) }, (_, i) => shards.slice(i * size, (i + 1) * size));
}

/** EVENT and the counter shards in at least `parts` groups that fit a transactional read; EVENT is in each. */
export function groupsToRead(event_id: EventId, shards: Item[], parts: number): Key[][] {
  const chunks = chunksOf(shards, Math.max(1, Math.min(maxShards, Math.ceil(shards.length / parts))));
  const groups = chunks.length === 0 ? [[]] : chunks;
  return groups.map((chunk) => [
    keys.event(event_id),
    ...chunk.map(({ sk }) => keys.counterShard(event_id, String(sk))),
  ]);
}
