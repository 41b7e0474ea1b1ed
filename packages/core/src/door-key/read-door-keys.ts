import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type DoorKeys, toDoorKeys } from "./door-key.table.ts";

/** How often others change an event's keys while somebody does. */
export const maxAttempts = 10;

export const readDoorKeys = async ({ table }: Pick<Core, "table">, event_id: EventId): Promise<DoorKeys> =>
  toDoorKeys(await readItem(table, keys.doorKeys(event_id)));
