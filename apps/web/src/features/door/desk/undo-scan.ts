import { findFailure } from "~/trpc/failure";
import { isUntold, type KeptScan } from "../rules/kept-scan";
import type { Desk } from "./desk";
import { isPassing } from "./is-passing";
import { closeDesk, dropScan, isShutOut } from "./sync-desk";

/** Whether it can be taken back here: what the server counts needs its id. */
export const canUndo = (scan: KeptScan): boolean => !scan.undone && (isUntold(scan) || scan.check_in_id !== null);

/**
 * Takes back that somebody was let in. Where the server is not there to be told, or may have a scan whose answer was lost, it is told
 * with what waits.
 */
export async function undoScan(desk: Desk, scan: KeptScan): Promise<void> {
  try {
    if (scan.check_in_id !== null && desk.state.read().isReachable) {
      await desk.api.undo(scan.check_in_id);
      await dropScan(desk, scan);
      return desk.show({ kind: "undone", scan, isTold: true });
    }
  } catch (error) {
    if (isShutOut(error)) return closeDesk(desk, error);
    if (findFailure(error)?.error_code === "CHECK_IN_NOT_FOUND") await dropScan(desk, scan);
    if (!isPassing(error)) return desk.show({ kind: "failed", error });
  }
  const undone = { ...scan, undone: true };
  const { scans } = desk.state.read();
  desk.change({ scans: scans.map((other) => (other.scan_id === scan.scan_id ? undone : other)) });
  desk.show({ kind: "undone", scan, isTold: false });
  await desk.store.putScans([undone]);
}
