import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { putJournal } from "../journal/journal.table.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { writeDoorKeys } from "./door-key.table.ts";
import type { EndDoorKey } from "./door-key.ts";
import { maxAttempts, readDoorKeys } from "./read-door-keys.ts";

/** From then on it opens nothing. Throws EVENT_NOT_FOUND, FORBIDDEN, DOOR_KEY_NOT_FOUND, also for one that has ended. */
export async function endDoorKey(core: Core, actor: Actor, { event_id, door_key_id }: EndDoorKey): Promise<void> {
  await getOwnEvent(core, actor, event_id);
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const now = core.clock();
    const read = await readDoorKeys(core, event_id);
    const { [door_key_id]: ended, ...others } = read.keys;
    // Unless it is this request that ended it, of which the answer was lost.
    if (!ended && attempt === 0) throw new EventlyError("DOOR_KEY_NOT_FOUND", {});
    if (!ended) return;
    const changes = { [door_key_id]: { before: ended.until, after: null } };
    const { done } = await transactFor(core.table, accountsOf(actor), [
      writeDoorKeys(event_id, read, { keys: others }, now),
      putJournal({ subject: event_id, at: now, actor, action: "door_key.ended", changes }),
    ]);
    if (done) return;
  }
  throw new EventlyError("UNAVAILABLE", {});
}
