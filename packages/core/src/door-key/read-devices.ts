import type { Entry } from "../admission/admission.ts";
import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import { nameOfKey } from "./door-key.table.ts";
import { readDoorKeys } from "./read-door-keys.ts";

/** With which device an entry of an event was made: as it called itself, else what its key is called; null if neither is known. */
export type DeviceOf = (entry: Pick<Entry, "device" | "actor_id">) => string | null;

const needsKey = ({ device, actor_id }: Parameters<DeviceOf>[0]): boolean =>
  device === null && actor_id.startsWith("door-key-");

/** Reads the event's keys where one of these entries needs them. Throws UNAVAILABLE. */
export async function readDevices(
  core: Pick<Core, "table" | "clock">,
  event_id: EventId,
  entries: readonly Parameters<DeviceOf>[0][],
): Promise<DeviceOf> {
  if (!entries.some(needsKey)) return ({ device }) => device;
  const read = await readDoorKeys(core, event_id);
  const now = core.clock();
  return (entry) => (needsKey(entry) ? nameOfKey(read, entry.actor_id, now) : entry.device);
}
