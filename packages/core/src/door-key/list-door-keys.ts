import type { Core } from "../core.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId, UserId } from "../ids.ts";
import { may, type Owned } from "../organization/may.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import { toUser } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { listLive } from "./door-key.table.ts";
import type { DoorKey } from "./door-key.ts";
import { readDoorKeys } from "./read-door-keys.ts";

/**
 * The keys that still open an event's door, without what opens it, and which of them are of somebody who does not manage it any more; for
 * its managers. Throws EVENT_NOT_FOUND, FORBIDDEN.
 */
export async function listDoorKeys(core: Core, actor: Actor, { event_id }: { event_id: EventId }): Promise<DoorKey[]> {
  const event = await getOwnEvent(core, actor, event_id);
  const live = listLive(await readDoorKeys(core, event_id), core.clock());
  const managers = await findManagers(
    core,
    event,
    live.map(({ created_by }) => created_by),
  );
  return live.map((key) => ({ ...key, is_orphaned: !managers.has(key.created_by) }));
}

async function findManagers({ table }: Core, event: Owned, user_ids: readonly UserId[]): Promise<Set<UserId>> {
  const users = (await readItems(table, [...new Set(user_ids)].map(keys.user))).map(toUser);
  const managers = users.filter((user) => !user.suspended && may(user, event, "manager"));
  return new Set(managers.map(({ user_id }) => user_id));
}
