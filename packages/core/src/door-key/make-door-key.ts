import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { putJournal } from "../journal/journal.table.ts";
import { toInstant, toSeconds } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { latestEnd } from "./door-key.rules.ts";
import { listLive, viewDoorKey, writeDoorKeys } from "./door-key.table.ts";
import { type MakeDoorKey, mostDoorKeys, type NewDoorKey } from "./door-key.ts";
import { makeDoorKeyToken } from "./door-key-token.ts";
import { maxAttempts, readDoorKeys } from "./read-door-keys.ts";

/**
 * A key with which whoever has it stands at an event's door until it ends, without an account; for its managers. It is told once. Throws
 * EVENT_NOT_FOUND, FORBIDDEN, INVALID_INPUT for an end that has passed or comes long after the event's, DOOR_KEY_LIMIT.
 */
export async function makeDoorKey(core: Core, actor: Actor, input: MakeDoorKey): Promise<Omit<NewDoorKey, "url">> {
  const { event_id, name, gate = null, until } = input;
  const event = await getOwnEvent(core, actor, event_id);
  const latest = latestEnd(event);
  const { door_key_id, hash, token } = makeDoorKeyToken(event_id);
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const now = core.clock();
    refuseUnlessBetween(toSeconds(until), now, latest);
    const read = await readDoorKeys(core, event_id);
    // A lost answer turned out to be a success.
    if (read.keys[door_key_id]) return { ...view(door_key_id, read.keys[door_key_id]), key: token };
    if (listLive(read, now).length >= mostDoorKeys) throw new EventlyError("DOOR_KEY_LIMIT", { limit: mostDoorKeys });
    const key = { hash, name, gate, until, created_at: toInstant(now), created_by: actor.user_id };
    const next = { keys: { ...read.keys, [door_key_id]: key } };
    const changes = { [door_key_id]: { before: null, after: until } };
    const { done } = await transactFor(core.table, accountsOf(actor), [
      writeDoorKeys(event_id, read, next, now),
      putJournal({ subject: event_id, at: now, actor, action: "door_key.made", changes }),
    ]);
    if (done) return { ...view(door_key_id, key), key: token };
  }
  throw new EventlyError("UNAVAILABLE", {});
}

const view = (...stored: Parameters<typeof viewDoorKey>) => ({ ...viewDoorKey(...stored), is_orphaned: false });

function refuseUnlessBetween(until: number, now: number, latest: number): void {
  const message =
    until <= now ? "an instant ahead" : until > latest ? "at most a day after the end of the event" : null;
  if (message) throw new EventlyError("INVALID_INPUT", { faults: [{ path: "until", message }] });
}
