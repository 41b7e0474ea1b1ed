import type { DoorSheet } from "@evently/core/door";
import type { EventId } from "@evently/core/ids";
import type { Contact } from "../rules/door-clock";
import type { KeptScan } from "../rules/kept-scan";
import type { PublicKey } from "../verify-code";

/** What a device fetched for the door of an event; apart from the rest, since it is large and changes seldom. */
export type Fetched = { event_id: EventId; sheet: DoorSheet; keys: PublicKey[]; fetched_at: string };

/** How a device stands at the door of an event. */
export type KeptDoor = {
  event_id: EventId;
  /** The door key; null for whoever is signed in. */
  key: string | null;
  /** Without a key: the account whose names and tickets these are; null before they were fetched. */
  user_id: string | null;
  gate: string | null;
  contact: Contact | null;
  /** When the event ends, for as long as anything of it is kept. */
  end_time: string | null;
  /** By the device's clock. */
  opened_at: number;
};

/** What a device keeps of doors. */
export type DoorStore = {
  findDoor(event_id: EventId): Promise<KeptDoor | undefined>;
  /** In one turn, whatever other tabs of the device change meanwhile. */
  changeDoor(event_id: EventId, change: (known: KeptDoor | undefined) => KeptDoor): Promise<void>;
  findList(event_id: EventId): Promise<Fetched | undefined>;
  putList(fetched: Fetched): Promise<void>;
  /**
   * Names and tickets, and the key, unless another one has come in its place. Scans that wait stay, without names, until the server has
   * them: they are returned.
   */
  forget(event_id: EventId, key: string | null): Promise<KeptScan[]>;
  listScans(event_id: EventId): Promise<KeptScan[]>;
  putScans(scans: readonly KeptScan[]): Promise<void>;
  /** Those that are still there, in one turn: null deletes one. */
  changeScans(ids: readonly string[], change: (scan: KeptScan) => KeptScan | null): Promise<void>;
  /** What others read as this device; the same from then on. */
  nameDevice(): Promise<string>;
  renameDevice(name: string): Promise<void>;
};

/** Without letters that are mistaken for others or for figures. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** For a device that nobody has named. */
export const drawDeviceName = (): string =>
  `Device ${Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => letters.charAt(byte % letters.length)).join("")}`;
