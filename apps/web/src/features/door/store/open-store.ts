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
  // Scans that the database did not take.
  const unkept = createMemoryStore();
  const attempt = (work: Promise<void>) => work.catch(onFailure);
  return {
    ...store,
    changeDoor: (event_id, change) => attempt(store.changeDoor(event_id, change)),
    putList: (fetched) => attempt(store.putList(fetched)),
    listScans: async (event_id) => [...(await store.listScans(event_id)), ...(await unkept.listScans(event_id))],
    putScans: (scans) =>
      store.putScans(scans).catch(() => {
        onFailure();
        return unkept.putScans(scans);
      }),
    async changeScans(ids, change) {
      await unkept.changeScans(ids, change);
      await attempt(store.changeScans(ids, change));
    },
    renameDevice: (name) => attempt(store.renameDevice(name)),
    async forget(event_id, key) {
      const scans = await store.forget(event_id, key).catch(() => null);
      const lost = (await unkept.listScans(event_id)).filter(isUntold).map(withoutNames);
      if (scans) return [...scans, ...lost];
      onFailure();
      const left = await store.listScans(event_id).catch(() => []);
      return [...left.filter(isUntold).map(withoutNames), ...lost];
    },
  };
}
