import type { DoorSheet } from "@evently/core/door";
import type { EventId } from "@evently/core/ids";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Contact } from "./rules/door-clock";
import { isWaiting, type KeptScan } from "./rules/kept-scan";
import { mustForget } from "./rules/must-forget";
import type { PublicKey } from "./verify-code";

/** What a device fetched for the door of an event; apart from the rest, since it is large and changes seldom. */
export type Fetched = { event_id: EventId; sheet: DoorSheet; keys: PublicKey[]; fetched_at: string };

/** How a device stands at the door of an event. */
export type KeptDoor = {
  event_id: EventId;
  /** The door key; null for whoever is signed in. */
  key: string | null;
  gate: string | null;
  contact: Contact | null;
  /** When the event ends, for as long as anything of it is kept. */
  end_time: string | null;
};

interface Schema extends DBSchema {
  doors: { key: EventId; value: KeptDoor };
  lists: { key: EventId; value: Fetched };
  scans: { key: string; value: KeptScan; indexes: { event_id: EventId } };
  devices: { key: "own"; value: { name: string } };
}

export type DoorStore = Awaited<ReturnType<typeof openDoorStore>>;

/** The browser's database of the door, without what is past keeping at `now`, in epoch seconds. */
export async function openDoorStore(now: number) {
  const db = await openDB<Schema>("door", 1, {
    upgrade(db) {
      db.createObjectStore("doors", { keyPath: "event_id" });
      db.createObjectStore("lists", { keyPath: "event_id" });
      db.createObjectStore("scans", { keyPath: "scan_id" }).createIndex("event_id", "event_id");
      db.createObjectStore("devices");
    },
  });
  const listScans = (event_id: EventId): Promise<KeptScan[]> => db.getAllFromIndex("scans", "event_id", event_id);

  for (const { event_id, end_time } of await db.getAll("doors"))
    if (end_time !== null && mustForget(end_time, now)) await forgetDoor(db, event_id);

  return {
    findDoor: (event_id: EventId): Promise<KeptDoor | undefined> => db.get("doors", event_id),
    putDoor: (door: KeptDoor): Promise<unknown> => db.put("doors", door),
    findList: (event_id: EventId): Promise<Fetched | undefined> => db.get("lists", event_id),
    putList: (fetched: Fetched): Promise<unknown> => db.put("lists", fetched),
    forget: (event_id: EventId): Promise<KeptScan[]> => forgetDoor(db, event_id),
    listScans,
    async putScans(scans: readonly KeptScan[]): Promise<void> {
      const change = db.transaction("scans", "readwrite");
      for (const scan of scans) await change.store.put(scan);
      await change.done;
    },
    async deleteScans(ids: readonly string[]): Promise<void> {
      const change = db.transaction("scans", "readwrite");
      for (const scan_id of ids) await change.store.delete(scan_id);
      await change.done;
    },
    /** What others read as this device; the same from then on. */
    async nameDevice(): Promise<string> {
      const known = await db.get("devices", "own");
      if (known) return known.name;
      const name = `Device ${drawLetters(4)}`;
      await db.put("devices", { name }, "own");
      return name;
    },
    renameDevice: (name: string): Promise<unknown> => db.put("devices", { name }, "own"),
  };
}

/** Key, names and tickets; scans that wait stay, without names, until the server has them. */
async function forgetDoor(db: IDBPDatabase<Schema>, event_id: EventId): Promise<KeptScan[]> {
  const change = db.transaction(["doors", "lists", "scans"], "readwrite");
  await change.objectStore("doors").delete(event_id);
  await change.objectStore("lists").delete(event_id);
  const scans = change.objectStore("scans");
  const waiting: KeptScan[] = [];
  for (const scan of await scans.index("event_id").getAll(event_id)) {
    const nameless = { ...scan, ticket: { seat_pos: scan.seat_pos } };
    if (isWaiting(scan)) waiting.push(nameless);
    await (isWaiting(scan) ? scans.put(nameless) : scans.delete(scan.scan_id));
  }
  await change.done;
  return waiting;
}

/** Without letters that are mistaken for others or for figures. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const drawLetters = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => letters.charAt(byte % letters.length)).join("");
