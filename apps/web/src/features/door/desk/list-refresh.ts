import type { SeatCheckIn } from "@evently/core/door";
import { isUntold } from "../rules/kept-scan";
import type { Desk } from "./desk";
import { closeDesk, isShutOut } from "./sync-desk";

/** The list is fetched anew after so long. */
const listSeconds = 60;

/** After a failure, twice as long with each, up to the most. */
const [firstPause, longestPause] = [10, 300];

/** As many as the page lists. */
const mostConflicts = 200;

/** Scans that the server knows are shown until there are so many newer ones. */
const mostTold = 30;

/**
 * Fetches what the device has to know to decide alone, now and then or when it `isDue`. Its failures say nothing of the network: a list of a whole
 * hall may not come through where a scan does. Never rejects.
 */
export function makeListRefresh(desk: Desk): (isDue?: boolean) => Promise<void> {
  const seconds = () => Date.parse(desk.now()) / 1000;
  const fetchedAt = () => Date.parse(desk.state.read().fetched_at ?? "") / 1000;
  let isRunning = false;
  let failures = 0;
  let nextAt = 0;
  const isOld = () => desk.state.read().isListDue || !(seconds() - fetchedAt() <= listSeconds);
  return async (isDue = false) => {
    if (isRunning || !(isDue || (isOld() && seconds() >= nextAt))) return;
    isRunning = true;
    try {
      await fetchList(desk);
      failures = 0;
    } catch (error) {
      desk.change({ isListDue: true });
      nextAt = seconds() + Math.min(longestPause, firstPause * 2 ** failures);
      failures += 1;
      if (isShutOut(error)) await closeDesk(desk, error);
      else if (!desk.state.read().sheet) desk.change({ error });
    } finally {
      isRunning = false;
    }
  };
}

async function fetchList(desk: Desk): Promise<void> {
  const asked = desk.now();
  desk.change({ isListDue: false });
  const [sheet, keys, conflicts, user_id] = await Promise.all([
    desk.api.readSheet(),
    desk.api.readKeys(),
    readConflicts(desk),
    desk.api.readHolder(),
  ]);
  if (desk.state.read().phase !== "open") return;
  // With the first answer the clock may have been corrected.
  const fetched_at = asked < desk.now() ? asked : desk.now();
  await desk.keepList({ event_id: desk.event_id, sheet, keys, fetched_at }, user_id);
  desk.change({ conflicts, error: null });
  await dropOld(desk);
}

async function readConflicts({ api }: Desk): Promise<SeatCheckIn[]> {
  const conflicts: SeatCheckIn[] = [];
  for await (const conflict of api.listConflicts()) {
    conflicts.push(conflict);
    if (conflicts.length === mostConflicts) break;
  }
  return conflicts;
}

async function dropOld(desk: Desk): Promise<void> {
  const { scans } = desk.state.read();
  const told = scans.filter((scan) => !isUntold(scan)).toSorted((a, b) => (a.scan.at > b.scan.at ? -1 : 1));
  const old = told.slice(mostTold).flatMap(({ conflict, undone, scan_id }) => (conflict || undone ? [] : [scan_id]));
  await desk.log.change(old, () => null);
}
