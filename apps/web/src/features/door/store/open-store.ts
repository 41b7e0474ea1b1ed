import { isUntold, withoutNames } from "../rules/kept-scan";
import type { DoorStore } from "./door-store";
import { createMemoryStore } from "./memory-store";
import { openDoorStore } from "./open-door-store";

/**
 * What this device keeps of doors. Nobody waits in front of a door because a browser can't write: what fails, as all does where it
 * refuses its database, is told to `onFailure`, and the door goes on with what it has in memory.
 */
export async function openStore(now: number, onFailure: () => void): Promise<DoorStore> {
  const store = await openDoorStore(now).catch(() => {
    onFailure();
    return createMemoryStore();
  });
  const attempt = (work: Promise<void>) => work.catch(onFailure);
  return {
    ...store,
    putDoor: (door) => attempt(store.putDoor(door)),
    putList: (fetched) => attempt(store.putList(fetched)),
    putScans: (scans) => attempt(store.putScans(scans)),
    deleteScans: (ids) => attempt(store.deleteScans(ids)),
    renameDevice: (name) => attempt(store.renameDevice(name)),
    async forget(event_id) {
      const scans = await store.forget(event_id).catch(() => null);
      if (scans) return scans;
      onFailure();
      return (await store.listScans(event_id).catch(() => [])).filter(isUntold).map(withoutNames);
    },
  };
}
