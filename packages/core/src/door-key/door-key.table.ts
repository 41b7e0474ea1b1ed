import * as z from "zod/mini";
import { DoorKeyId, type EventId, UserId } from "../ids.ts";
import { check, put } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { Instant, toInstant, toSeconds } from "../time.ts";

const StoredDoorKey = z.object({
  /** Of the secret: whoever reads the table opens no door. */
  hash: z.string(),
  name: z.string(),
  gate: z.nullable(z.string()),
  until: Instant,
  created_at: Instant,
  created_by: UserId,
});
export type StoredDoorKey = z.infer<typeof StoredDoorKey>;

/** All keys of an event, by their id: few, and counted together. `revision` is of the item. */
const DoorKeys = z.object({ revision: z.int(), keys: z.record(z.string(), StoredDoorKey) });
export type DoorKeys = z.infer<typeof DoorKeys>;

export const toDoorKeys = (item: Item | null): DoorKeys => (item ? DoorKeys.parse(item) : { revision: 0, keys: {} });

export const isLive = ({ until }: StoredDoorKey, now: number): boolean => now < toSeconds(until);

/** As its event's managers see it. */
export const viewDoorKey = (door_key_id: DoorKeyId, { name, gate, until, created_at, created_by }: StoredDoorKey) => ({
  ...{ door_key_id, name, gate, until, created_at, created_by },
});

/** Those that still open the door, newest last. */
export const listLive = ({ keys }: DoorKeys, now: number) =>
  Object.entries(keys)
    .filter(([, key]) => isLive(key, now))
    .map(([id, key]) => viewDoorKey(DoorKeyId.parse(id), key))
    .sort((a, b) => (a.created_at < b.created_at ? -1 : 1));

/** How long it is kept after the last of them has ended, in seconds: names of people's devices may be among theirs. */
const kept = 86_400;

/** These and no others, without those that have ended; fails unless they are as they were read. */
export function writeDoorKeys(event_id: EventId, read: DoorKeys, next: DoorKeys["keys"], now: number): Action {
  const live = Object.fromEntries(Object.entries(next).filter(([, key]) => isLive(key, now)));
  const ends = Object.values(live).map(({ until }) => toSeconds(until));
  const purge_at = Math.ceil(Math.max(now, ...ends)) + kept;
  const item = { ...keys.doorKeys(event_id), revision: read.revision + 1, keys: live, purge_at };
  if (read.revision === 0) return put({ put: item, condition: "attribute_not_exists(pk)" });
  return put({ put: item, condition: "revision = :read", values: { ":read": read.revision } });
}

/** Fails once the key has ended. */
export const checkDoorKey = (event_id: EventId, door_key_id: DoorKeyId, now: number): Action =>
  check({
    check: keys.doorKeys(event_id),
    condition: "#keys.#id.#until > :now",
    names: { "#keys": "keys", "#id": door_key_id, "#until": "until" },
    values: { ":now": toInstant(now) },
  });
