import type { Core } from "../core.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import type { Actor } from "../user/user.ts";
import { listLive } from "./door-key.table.ts";
import type { DoorKey } from "./door-key.ts";
import { readDoorKeys } from "./read-door-keys.ts";

/** The keys that still open an event's door, without what opens it; for its managers. Throws EVENT_NOT_FOUND, FORBIDDEN. */
export async function listDoorKeys(core: Core, actor: Actor, { event_id }: { event_id: EventId }): Promise<DoorKey[]> {
  await getOwnEvent(core, actor, event_id);
  return listLive(await readDoorKeys(core, event_id), core.clock());
}
