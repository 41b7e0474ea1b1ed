import type { EventId } from "@evently/core/ids";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { isUntold, type KeptScan, withoutNames } from "../rules/kept-scan";
import { type DoorStore, drawDeviceName, type Fetched, type KeptDoor } from "./door-store";
import { doorDatabase } from "./has-doors";
import { isOfOther } from "./is-of-other";
import { mustForget } from "./must-forget";

interface Schema extends DBSchema {
  doors: { key: EventId; value: KeptDoor };
  lists: { key: EventId; value: Fetched };
  scans: { key: string; value: KeptScan; indexes: { event_id: EventId } };
  devices: { key: "own"; value: { name: string } };
}

/** The browser's database of the door, without what is past keeping at `now`, in epoch seconds. Rejects where a browser refuses it. */
export async function openDoorStore(now: number): Promise<DoorStore> {
  const db = await openDatabase();
  await forgetDoors(db, (door) => mustForget(door, now));
  return {
    findDoor: (event_id) => db.get("doors", event_id),
    async changeDoor(event_id, change) {
      const turn = db.transaction("doors", "readwrite");
      await turn.store.put(change(await turn.store.get(event_id)));
      await turn.done;
    },
    findList: (event_id) => db.get("lists", event_id),
    putList: async (fetched) => void (await db.put("lists", fetched)),
    async forget(event_id, key) {
      await forgetDoors(db, (door) => door.event_id === event_id && door.key === key);
      return db.getAllFromIndex("scans", "event_id", event_id);
    },
    listScans: (event_id) => db.getAllFromIndex("scans", "event_id", event_id),
    async putScans(scans) {
      const change = db.transaction("scans", "readwrite");
      for (const scan of scans) await change.store.put(scan);
      await change.done;
    },
    async changeScans(ids, change) {
      const { store, done } = db.transaction("scans", "readwrite");
      for (const scan_id of ids) {
        const scan = await store.get(scan_id);
        const changed = scan && change(scan);
        await (changed ? store.put(changed) : store.delete(scan_id));
      }
      await done;
    },
    async nameDevice() {
      const known = await db.get("devices", "own");
      if (known) return known.name;
      const name = drawDeviceName();
      await db.put("devices", { name }, "own");
      return name;
    },
    renameDevice: async (name) => void (await db.put("devices", { name }, "own")),
  };
}

/** Forgets doors past keeping, and those of accounts other than `findHolder` says: it is asked only where there is a door without a key. */
export async function purgeDatabase(now: number, findHolder: () => Promise<string | null>): Promise<void> {
  const db = await openDatabase();
  try {
    await forgetDoors(db, (door) => mustForget(door, now));
    if (!(await db.getAll("doors")).some(({ key }) => key === null)) return;
    const holder = await findHolder();
    await forgetDoors(db, (door) => isOfOther(door, holder));
  } finally {
    db.close();
  }
}

const openDatabase = () =>
  openDB<Schema>(doorDatabase, 1, {
    upgrade(db) {
      db.createObjectStore("doors", { keyPath: "event_id" });
      db.createObjectStore("lists", { keyPath: "event_id" });
      db.createObjectStore("scans", { keyPath: "scan_id" }).createIndex("event_id", "event_id");
      db.createObjectStore("devices");
    },
  });

/** In one turn, so that a key that comes meanwhile stays. */
async function forgetDoors(db: IDBPDatabase<Schema>, isForgotten: (door: KeptDoor) => boolean): Promise<void> {
  const change = db.transaction(["doors", "lists", "scans"], "readwrite");
  const scans = change.objectStore("scans");
  for (const door of await change.objectStore("doors").getAll()) {
    if (!isForgotten(door)) continue;
    await change.objectStore("doors").delete(door.event_id);
    await change.objectStore("lists").delete(door.event_id);
    for (const scan of await scans.index("event_id").getAll(door.event_id))
      await (isUntold(scan) ? scans.put(withoutNames(scan)) : scans.delete(scan.scan_id));
  }
  await change.done;
}
