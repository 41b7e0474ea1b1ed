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

const EndedDoorKey = z.pick(StoredDoorKey, { name: true, until: true, created_by: true });

/**
 * All keys of an event, by their id: few, and counted together; and what the last were called that have ended, for what was done with
 * them. `revision` is of the item, which is over at `purge_at`, in epoch seconds.
 */
const DoorKeys = z.object({
  revision: z.int(),
  keys: z.record(z.string(), StoredDoorKey),
  ended: z._default(z.record(z.string(), EndedDoorKey), {}),
  purge_at: z.number(),
});
export type DoorKeys = z.infer<typeof DoorKeys>;

export const toDoorKeys = (item: Item | null): DoorKeys =>
  item ? DoorKeys.parse(item) : { revision: 0, keys: {}, ended: {}, purge_at: 0 };

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

/** What those are called with which an event's door was opened; null once that is forgotten, a day after the last has ended. */
export const nameOfKey = ({ keys, ended, purge_at }: DoorKeys, door_key_id: string, now: number): string | null =>
  now < purge_at ? ((keys[door_key_id] ?? ended[door_key_id])?.name ?? null) : null;

/** Stands for what somebody called it who was deleted. */
const forgottenName = "Door key";

/** The keys that somebody made, that have ended or not. */
export const listMadeBy = ({ keys, ended }: DoorKeys, user_id: UserId) =>
  Object.entries({ ...ended, ...keys }).flatMap(([door_key_id, { name, until, created_by }]) =>
    created_by === user_id ? [{ door_key_id, name, until }] : [],
  );

/** As they are, without what that person called them. */
export function forgetNames(read: DoorKeys, user_id: UserId): Pick<DoorKeys, "keys" | "ended"> {
  const forget = <K extends z.infer<typeof EndedDoorKey>>(named: Record<string, K>): Record<string, K> =>
    Object.fromEntries(
      Object.entries(named).map(([id, key]) => [
        id,
        key.created_by === user_id ? { ...key, name: forgottenName } : key,
      ]),
    );
  return { keys: forget(read.keys), ended: forget(read.ended) };
}

/** How long it is kept after the last of them has ended, in seconds: names of people's devices may be among theirs. */
const kept = 86_400;

/** Each request with a key reads them. */
const mostEnded = 20;

/** These and no others, of those that have ended what they were called; fails unless they are as they were read. */
export function writeDoorKeys(
  event_id: EventId,
  read: DoorKeys,
  next: Pick<DoorKeys, "keys"> & Partial<Pick<DoorKeys, "ended">>,
  now: number,
): Action {
  const live = Object.fromEntries(Object.entries(next.keys).filter(([, key]) => isLive(key, now)));
  const ends = Object.values(live).map(({ until }) => toSeconds(until));
  const purge_at = Math.ceil(Math.max(now, ...ends)) + kept;
  const ended = endedOf({ ...read, ...next }, read.keys, live);
  const item = { ...keys.doorKeys(event_id), revision: read.revision + 1, keys: live, ended, purge_at };
  if (read.revision === 0) return put({ put: item, condition: "attribute_not_exists(pk)" });
  return put({ put: item, condition: "revision = :read", values: { ":read": read.revision } });
}

function endedOf(next: DoorKeys, was: DoorKeys["keys"], live: DoorKeys["keys"]): DoorKeys["ended"] {
  const all = Object.entries({ ...was, ...next.keys, ...next.ended }).filter(([id]) => !live[id]);
  const newest = all.toSorted(([, a], [, b]) => toSeconds(b.until) - toSeconds(a.until)).slice(0, mostEnded);
  return Object.fromEntries(newest.map(([id, { name, until, created_by }]) => [id, { name, until, created_by }]));
}

/** Fails once the key has ended. */
export const checkDoorKey = (event_id: EventId, door_key_id: DoorKeyId, now: number): Action =>
  check({
    check: keys.doorKeys(event_id),
    condition: "#keys.#id.#until > :now",
    names: { "#keys": "keys", "#id": door_key_id, "#until": "until" },
    values: { ":now": toInstant(now) },
  });
