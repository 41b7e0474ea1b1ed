import { findFailure } from "~/trpc/failure";
import { isUntold, type KeptScan } from "../rules/kept-scan";
import type { Desk } from "./desk";
import { findCheckIn } from "./find-check-in";
import { isPassing } from "./is-passing";
import { closeDesk, isShutOut } from "./sync-desk";

/**
 * Takes back that somebody was let in. Where the server is not there to be told, or may have a scan whose answer was lost, it is told
 * with what waits.
 */
export async function undoScan(desk: Desk, scan: KeptScan): Promise<void> {
  try {
    if (!isUntold(scan) && desk.state.read().isReachable) {
      const check_in_id = await findCheckIn(desk, scan);
      if (check_in_id !== null) await desk.api.undo(check_in_id);
      await desk.log.change([scan.scan_id], () => null);
      desk.change({ isListDue: true });
      return desk.show({ kind: "undone", scan, isTold: true });
    }
  } catch (error) {
    if (isShutOut(error)) return closeDesk(desk, error);
    if (findFailure(error)?.error_code === "CHECK_IN_NOT_FOUND") await desk.log.change([scan.scan_id], () => null);
    if (!isPassing(error)) return desk.show({ kind: "failed", error });
  }
  const undoing = desk.log.change([scan.scan_id], (kept) => ({ ...kept, undone: true }));
  desk.show({ kind: "undone", scan, isTold: false });
  await undoing;
}
