import type { EventId } from "@evently/core/ids";
import type { KeptScan } from "../rules/kept-scan";
import type { DoorStore } from "../store/door-store";

/** Changes a scan as it is by now; null deletes it. */
type ChangeScan = (scan: KeptScan) => KeptScan | null;

/** Those whom this device let in. Its database has them, and other tabs of the device write there too. */
export type ScanLog = {
  add(scan: KeptScan): Promise<void>;
  change(ids: readonly string[], change: ChangeScan): Promise<void>;
  /** Reads what other tabs did. */
  reload(): Promise<void>;
};

type Shown = { read: () => readonly KeptScan[]; write: (scans: readonly KeptScan[]) => void };
type Edit = (scans: readonly KeptScan[]) => readonly KeptScan[];

/** What this tab does is shown before it is written, which may take a moment. */
export function makeScanLog(event_id: EventId, store: DoorStore, { read, write }: Shown): ScanLog {
  const unwritten = new Set<Edit>();
  async function edit(edit: Edit, writing: () => Promise<void>): Promise<void> {
    unwritten.add(edit);
    write(edit(read()));
    await writing().finally(() => unwritten.delete(edit));
  }
  return {
    add: (scan) =>
      edit(
        (scans) => [...scans.filter(({ scan_id }) => scan_id !== scan.scan_id), scan],
        () => store.putScans([scan]),
      ),
    change(ids, change) {
      const changed = new Set(ids);
      const changeOne = (scan: KeptScan) => (changed.has(scan.scan_id) ? change(scan) : scan);
      return edit(
        (scans) => scans.map(changeOne).filter((scan) => scan !== null),
        () => store.changeScans(ids, change),
      );
    },
    async reload() {
      const stored = await store.listScans(event_id).catch(() => null);
      if (stored) write([...unwritten].reduce<readonly KeptScan[]>((scans, edit) => edit(scans), stored));
    },
  };
}
