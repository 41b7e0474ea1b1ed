import { toInstant } from "../time.ts";

/** The sparse `due` index finds unfinished work; these attributes are removed with the item's final state. */
export type Due = { due_shard: string; due_at: string };

/** Kinds of scheduled work, each with shards of its own so that none waits behind another. */
export type WorkKind = "money" | "bulk" | "mail";

const shardCount = 4;

export const shardsOf = (kind: WorkKind): string[] => Array.from({ length: shardCount }, (_, i) => `${kind}-${i}`);

/** Work that failed too often: kept for an operator, and due for nobody. */
export const deadShardOf = (kind: WorkKind): string => `${kind}-dead`;

/** The shards of the version before, which knew no kinds. */
export const formerShards = ["due-0", "due-1", "due-2", "due-3", "due-4", "due-5", "due-6", "due-7"] as const;

/** What workers note on an item; a change that makes other work of it removes them. */
export const leaseMarks = "due_lease, due_attempts, due_error";

/** Everything that marks an item as unfinished; removed with its final state. */
export const dueMarks = `due_shard, due_at, ${leaseMarks}` as const;

/** When scheduled work takes over what a request has begun, in seconds: by then the request has ended or died. */
export const takeOverAfter = 60;

/** Marks unfinished work on the item with this key, or a part of it that spreads, due at `at` (epoch seconds). */
export function dueAt(kind: WorkKind, key: string, at: number): Due {
  let hash = 0;
  for (const character of key) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return { due_shard: `${kind}-${hash % shardCount}`, due_at: toInstant(at) };
}
