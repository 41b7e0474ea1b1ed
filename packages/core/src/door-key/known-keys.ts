import { LRUCache } from "lru-cache";
import type { DoorKeyId } from "../ids.ts";
import { readDoorKeyToken } from "./door-key-token.ts";

/** Door keys that opened a door in this process, by their hash: who counts by themselves. They open nothing by being known here. */
export type KnownKeys = {
  /** Null for one that was not met, or that was refused since. */
  recall(token: string): DoorKeyId | null;
  note(hash: string, door_key_id: DoorKeyId | null): void;
};

/** Some megabytes. */
const mostKeys = 20_000;

export function createKnownKeys(): KnownKeys {
  const known = new LRUCache<string, DoorKeyId>({ max: mostKeys });
  return {
    recall(token) {
      const read = readDoorKeyToken(token);
      return (read && known.get(read.hash)) ?? null;
    },
    note(hash, door_key_id) {
      if (door_key_id === null) known.delete(hash);
      else known.set(hash, door_key_id);
    },
  };
}
