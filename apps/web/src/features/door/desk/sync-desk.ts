import { OfflineError } from "~/trpc/describe-silence";
import { findFailure } from "~/trpc/failure";
import { applyResult, isWaiting, type KeptScan, nextToSend } from "../rules/kept-scan";
import { mustForget } from "../rules/must-forget";
import type { Desk } from "./desk";

/** The list is fetched anew after so long. */
const listSeconds = 60;

/** Scans that the server knows are shown until there are so many newer ones. */
const mostTold = 30;

/** Sends what waits, and fetches what the device has to know. Never rejects: what failed is told in the desk's state. */
export async function syncDesk(desk: Desk, isListDue = false): Promise<void> {
  try {
    if (!navigator.onLine) throw new OfflineError();
    await sendWaiting(desk);
    if (isListDue || isOld(desk)) await fetchList(desk);
    if (isOver(desk)) return await closeDesk(desk, null, "over");
    const { admitted, expected, by_gate } = await desk.api.readCounts();
    desk.change({ phase: "open", error: null, isReachable: true, counts: { admitted, expected, by_gate } });
  } catch (error) {
    if (isShutOut(error)) await closeDesk(desk, error);
    else if (isOver(desk)) await closeDesk(desk, null, "over");
    else desk.change({ isReachable: false, error: desk.state.read().sheet ? null : error });
  }
}

const shutOut = new Set(["SIGN_IN_REQUIRED", "FORBIDDEN", "SUSPENDED", "EVENT_NOT_FOUND"]);

/** Whether whoever has this device may not let people in here, or not any more. */
export const isShutOut = (error: unknown): boolean => shutOut.has(findFailure(error)?.error_code ?? "");

/** Forgets names, tickets and key. Scans that wait stay, without names, for whoever opens this door here again. */
export async function closeDesk(desk: Desk, error: unknown, phase: "closed" | "over" = "closed"): Promise<void> {
  const scans = await desk.forget();
  desk.change({ phase, error, scans, counts: null, conflicts: [], shown: null });
}

function isOver(desk: Desk): boolean {
  const end_time = desk.state.read().sheet?.event.end_time;
  return end_time !== undefined && mustForget(end_time, Date.parse(desk.now()) / 1000);
}

async function sendWaiting(desk: Desk): Promise<void> {
  for (let list = nextToSend(desk.state.read().scans); list.length > 0; list = nextToSend(desk.state.read().scans)) {
    const results = await desk.api.merge(list.map(({ scan }) => scan));
    const told = new Map<string, KeptScan>();
    for (const [i, kept] of list.entries()) {
      const result = results[i];
      if (!result) throw new TypeError("a scan was sent and not answered");
      told.set(kept.scan_id, applyResult(kept, result, desk.now()));
    }
    await desk.store.putScans([...told.values()]);
    const { scans } = desk.state.read();
    desk.change({ scans: scans.map((scan) => told.get(scan.scan_id) ?? scan) });
  }
}

function isOld(desk: Desk): boolean {
  const { fetched_at } = desk.state.read();
  return fetched_at === null || Date.parse(desk.now()) - Date.parse(fetched_at) > listSeconds * 1000;
}

async function fetchList(desk: Desk): Promise<void> {
  const asked = desk.now();
  const [sheet, keys, { items: conflicts }] = await Promise.all([
    desk.api.readSheet(),
    desk.api.readKeys(),
    desk.api.listConflicts(),
  ]);
  // With the first answer the clock may have been corrected.
  const fetched_at = asked < desk.now() ? asked : desk.now();
  await desk.keepList({ event_id: desk.event_id, sheet, keys, fetched_at });
  desk.change({ conflicts });
  await dropOld(desk);
}

async function dropOld(desk: Desk): Promise<void> {
  const { scans } = desk.state.read();
  const told = scans.filter((scan) => !isWaiting(scan)).toSorted((a, b) => (a.scan.at > b.scan.at ? -1 : 1));
  const old = new Set(told.slice(mostTold).flatMap(({ conflict, scan_id }) => (conflict ? [] : [scan_id])));
  await desk.store.deleteScans([...old]);
  // Somebody may have been let in meanwhile.
  desk.change({ scans: desk.state.read().scans.filter(({ scan_id }) => !old.has(scan_id)) });
}
