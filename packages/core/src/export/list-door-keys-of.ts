import { listMadeBy } from "../door-key/door-key.table.ts";
import { readDoorKeys } from "../door-key/read-door-keys.ts";
import { DoorKeyId, type EventId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { organizationsEver, toUser } from "../user/user.table.ts";
import { listOwned } from "./list-owned.ts";
import type { ExportedDoorKey } from "./user-export.ts";

/** Which keys the person of a user's item made, as long as an event has them. Throws UNAVAILABLE. */
export async function* listDoorKeysOf(table: Table, item: Item): AsyncGenerator<ExportedDoorKey> {
  const { user_id } = toUser(item);
  for await (const event_id of listOwned<EventId>(table, organizationsEver(item), "event-")) {
    const read = await readDoorKeys({ table }, event_id);
    for (const { door_key_id, name, until } of listMadeBy(read, user_id))
      yield { event_id, door_key_id: DoorKeyId.parse(door_key_id), name, until };
  }
}
