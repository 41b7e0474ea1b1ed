import { isWaiting, type KeptScan } from "../rules/kept-scan";
import type { Desk } from "./desk";
import { closeDesk, isShutOut } from "./sync-desk";

/** Whether it can be taken back here: what the server counts needs its id. */
export const canUndo = (scan: KeptScan): boolean => isWaiting(scan) || scan.check_in_id !== null;

/** Takes back that somebody was let in; what the server does not know yet is simply never told. */
export async function undoScan(desk: Desk, scan: KeptScan): Promise<void> {
  try {
    if (scan.check_in_id !== null) await desk.api.undo(scan.check_in_id);
    // First of all, so that it is in no list that is sent meanwhile.
    desk.change({ scans: desk.state.read().scans.filter(({ scan_id }) => scan_id !== scan.scan_id) });
    await desk.store.deleteScans([scan.scan_id]);
    desk.show({ kind: "undone", scan });
  } catch (error) {
    if (isShutOut(error)) return closeDesk(desk, error);
    desk.show({ kind: "failed", error });
  }
}
