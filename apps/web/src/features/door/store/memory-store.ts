import type { EventId } from "@evently/core/ids";
import { isUntold, type KeptScan, withoutNames } from "../rules/kept-scan";
import { type DoorStore, drawDeviceName, type Fetched, type KeptDoor } from "./door-store";

/** For browsers that refuse their database: the door works, and everything goes with its page. */
export function createMemoryStore(): DoorStore {
  const doors = new Map<EventId, KeptDoor>();
  const lists = new Map<EventId, Fetched>();
  const scans = new Map<string, KeptScan>();
  let device = drawDeviceName();
  const scansOf = (event_id: EventId) => [...scans.values()].filter((scan) => scan.event_id === event_id);
  return {
    findDoor: async (event_id) => doors.get(event_id),
    changeDoor: async (event_id, change) => void doors.set(event_id, change(doors.get(event_id))),
    findList: async (event_id) => lists.get(event_id),
    putList: async (fetched) => void lists.set(fetched.event_id, fetched),
    async forget(event_id, key) {
      if (doors.get(event_id)?.key !== key) return scansOf(event_id);
      doors.delete(event_id);
      lists.delete(event_id);
      for (const scan of scansOf(event_id))
        if (isUntold(scan)) scans.set(scan.scan_id, withoutNames(scan));
        else scans.delete(scan.scan_id);
      return scansOf(event_id);
    },
    listScans: async (event_id) => scansOf(event_id),
    async putScans(added) {
      for (const scan of added) scans.set(scan.scan_id, scan);
    },
    async changeScans(ids, change) {
      for (const scan_id of ids) {
        const scan = scans.get(scan_id);
        const changed = scan && change(scan);
        if (changed) scans.set(scan_id, changed);
        else scans.delete(scan_id);
      }
    },
    nameDevice: async () => device,
    async renameDevice(name) {
      device = name;
    },
  };
}
