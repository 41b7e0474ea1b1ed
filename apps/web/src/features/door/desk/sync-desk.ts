import { OfflineError } from "~/trpc/describe-silence";
import { findFailure, isLimited } from "~/trpc/failure";
import { applyResult, isUntold, nextToSend } from "../rules/kept-scan";
import { mustForget } from "../store/must-forget";
import type { Desk } from "./desk";
import { findCheckIn } from "./find-check-in";
import { takeTurn } from "./take-turn";

/** Sends what waits, and asks how many are in: that says whether the server can be reached. Never rejects: what failed is told in the desk's state. */
export async function syncDesk(desk: Desk): Promise<void> {
  try {
    if (isOver(desk)) return await finish(desk);
    if (!navigator.onLine) throw new OfflineError();
    await desk.log.reload();
    await takeTurn(`door sends ${desk.event_id}`, async () => {
      await sendUndone(desk);
      await sendWaiting(desk);
    });
    const { admitted, expected, by_gate } = await desk.api.readCounts();
    const { sheet, error } = desk.state.read();
    desk.change({ phase: "open", error: sheet ? null : error, isReachable: true });
    desk.change({ counts: { admitted, expected, by_gate } });
  } catch (error) {
    const hasSheet = desk.state.read().sheet !== null;
    if (isShutOut(error)) await closeDesk(desk, error);
    // Whoever asks for a moment can be reached.
    else desk.change({ ...(isLimited(error) ? {} : { isReachable: false }), error: hasSheet ? null : error });
  }
}

const shutOut = new Set(["SIGN_IN_REQUIRED", "FORBIDDEN", "SUSPENDED", "EVENT_NOT_FOUND"]);

/** Whether whoever has this device may not let people in here, or not any more. */
export const isShutOut = (error: unknown): boolean => shutOut.has(findFailure(error)?.error_code ?? "");

/** Forgets names, tickets and key. Scans that wait stay, without names, for whoever opens this door here again. */
export async function closeDesk(desk: Desk, error: unknown, phase: "closed" | "over" = "closed"): Promise<void> {
  // First, so that no list that is on its way is kept.
  desk.change({ phase, error });
  const scans = await desk.forget();
  desk.change({ scans, counts: null, conflicts: [], shown: null });
}

function isOver(desk: Desk): boolean {
  const end_time = desk.state.read().sheet?.event.end_time;
  return end_time !== undefined && mustForget({ end_time, opened_at: 0 }, Date.parse(desk.now()) / 1000);
}

/** What waits is told before the key goes, if that can be. */
async function finish(desk: Desk): Promise<void> {
  if (navigator.onLine) await sendWaiting(desk).catch(() => undefined);
  await closeDesk(desk, null, "over");
}

/** Takes back what was undone without the server: it is told first, since it may have what it did not answer. */
async function sendUndone(desk: Desk): Promise<void> {
  const undone = desk.state.read().scans.filter((scan) => scan.undone);
  for (const kept of undone) {
    const [result] = isUntold(kept) ? await desk.api.merge([kept.scan]) : [];
    const check_in_id = await findCheckIn(desk, result ? applyResult(kept, result, desk.now()) : kept);
    if (check_in_id !== null) await desk.api.undo(check_in_id).catch(allowGone);
    await desk.log.change([kept.scan_id], () => null);
  }
  if (undone.length > 0) desk.change({ isListDue: true });
}

function allowGone(error: unknown): void {
  if (findFailure(error)?.error_code !== "CHECK_IN_NOT_FOUND") throw error;
}

async function sendWaiting(desk: Desk): Promise<void> {
  for (let list = nextToSend(desk.state.read().scans); list.length > 0; list = nextToSend(desk.state.read().scans)) {
    const results = await desk.api.merge(list.map(({ scan }) => scan));
    if (results.length !== list.length) throw new TypeError("a scan was sent and not answered");
    const told = new Map(list.map(({ scan_id }, i) => [scan_id, results[i]]));
    const told_at = desk.now();
    // As they are by now: one may have been undone meanwhile.
    await desk.log.change([...told.keys()], (scan) => {
      const result = told.get(scan.scan_id);
      return result ? applyResult(scan, result, told_at) : scan;
    });
  }
}
