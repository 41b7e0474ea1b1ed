import { toInstant } from "../time.ts";

/** Unfinished work is found by the sparse `due` index; these attributes go with the item's final state. */
export type Due = { due_shard: string; due_at: string };

export const shards = ["due-0", "due-1", "due-2", "due-3", "due-4", "due-5", "due-6", "due-7"] as const;

/** The mark of unfinished work on the item whose partition key is `pk`, to be looked at from `at` (epoch seconds) on. */
export function dueAt(pk: string, at: number): Due {
  let hash = 0;
  for (const character of pk) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return { due_shard: shards[hash % shards.length] ?? shards[0], due_at: toInstant(at) };
}
