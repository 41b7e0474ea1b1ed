import type { Core } from "../core.ts";
import type { DoorKeyId, EventId } from "../ids.ts";
import { isLive } from "./door-key.table.ts";
import { isSameHash, readDoorKeyToken } from "./door-key-token.ts";
import { readDoorKeys } from "./read-door-keys.ts";

/** Whoever has a key of an event's door, and no account. */
export type KeyHolder = {
  door_key_id: DoorKeyId;
  event_id: EventId;
  name: string;
  gate: string | null;
  request_id?: string;
};

/** Read anew for each request, so that a key that was ended opens nothing more; null for anything else. */
export async function findKeyHolder(core: Core, token: string): Promise<KeyHolder | null> {
  const read = readDoorKeyToken(token);
  if (!read) return null;
  const { event_id, door_key_id, hash } = read;
  const key = (await readDoorKeys(core, event_id)).keys[door_key_id];
  const isGood = key !== undefined && isSameHash(key.hash, hash) && isLive(key, core.clock());
  core.knownKeys.note(hash, isGood ? door_key_id : null);
  if (!isGood) return null;
  return { door_key_id, event_id, name: key.name, gate: key.gate };
}
