import { toInstant } from "../time.ts";

/** The sparse `due` index finds unfinished work; these attributes are removed with the item's final state. */
export type Due = { due_shard: string; due_at: string };

export const shards = ["due-0", "due-1", "due-2", "due-3", "due-4", "due-5", "due-6", "due-7"] as const;

/** Marks unfinished work on the item with partition key `pk`, due at `at` (epoch seconds). */
export function dueAt(pk: string, at: number): Due {
  let hash = 0;
  for (const character of pk) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return { due_shard: shards[hash % shards.length] ?? shards[0], due_at: toInstant(at) };
}
