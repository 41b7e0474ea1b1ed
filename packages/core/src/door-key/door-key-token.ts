import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { DoorKeyId, EventId } from "../ids.ts";

/** What a key says of itself: its event, so that one item is read; its id; and the hash under which it is known. */
type ReadDoorKey = { event_id: EventId; door_key_id: DoorKeyId; hash: string };

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** A new key of 256 random bits. */
export function makeDoorKeyToken(event_id: EventId): ReadDoorKey & { token: string } {
  const [id, secret] = [randomBytes(12).toString("base64url"), randomBytes(32).toString("base64url")];
  const door_key_id = DoorKeyId.parse(`door-key-${id}`);
  return { event_id, door_key_id, hash: hashOf(secret), token: `${event_id}.${id}.${secret}` };
}

/** Null if it can't be a key; nobody's session token reads as one. */
export function readDoorKeyToken(token: string): ReadDoorKey | null {
  const [, event, id, secret] = /^(event-\d{5,15})\.([\w-]{16})\.([\w-]{43})$/.exec(token) ?? [];
  if (secret === undefined) return null;
  return { event_id: EventId.parse(event), door_key_id: DoorKeyId.parse(`door-key-${id}`), hash: hashOf(secret) };
}

export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
