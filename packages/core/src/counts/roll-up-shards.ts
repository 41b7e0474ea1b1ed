import { type Key, keys, lanesOf } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import { type Item, transact } from "../table/transact.ts";
import { foldLanes, readTally, removeLane } from "./counts.table.ts";

/** Whose lane was not touched for so long has died or hangs: anybody may fold what it left, seconds. */
const leftAfter = 10;
/** Nothing that writes to a lane is under way for so long, seconds. */
const atRestAfter = 60;
/** An empty lane goes after so long, seconds; one that tells of holds later than any hold can live. */
const keptEmpty = 120;
const keptForHolds = 2 * 86_400;
/** Beside EVENT in one transaction. */
const mostLanes = 99;

export async function listLanes(table: Table, event_id: string): Promise<Item[]> {
  const lanes: Item[] = [];
  for await (const lane of queryItems(table, { partition: lanesOf(event_id), consistent: true })) lanes.push(lane);
  return lanes;
}

const isEmpty = (lane: Item): boolean => Object.keys(readTally(lane)).length === 0;

/** Whether a lane waits for someone else to fold or to remove it. */
export function isLeftBehind(lane: Item, now: number): boolean {
  const keep = lane.last_hold_at === undefined ? keptEmpty : keptForHolds;
  return now - Number(lane.touched_at) > (isEmpty(lane) ? keep : leftAfter);
}

/** Whether all that was counted in lanes has come to EVENT some time ago. */
export function areAtRest(lanes: Item[], now: number): boolean {
  return lanes.every((lane) => isEmpty(lane) && now - Number(lane.touched_at) > atRestAfter);
}

/**
 * Moves to EVENT what `own` lanes have and what others left behind, and removes empty ones that nobody uses. Answers
 * whether all of it went; what moved meanwhile stays where it is, still counted, for the next time.
 */
export async function foldEventLanes(
  table: Table,
  event_id: string,
  { own, now }: { own: ReadonlySet<string>; now: number },
): Promise<boolean> {
  const lanes = await listLanes(table, event_id);
  const full = lanes.filter((lane) => !isEmpty(lane));
  const ours = full.filter((lane) => own.has(String(lane.sk)));
  const left = full.filter((lane) => !own.has(String(lane.sk)) && isLeftBehind(lane, now));
  let all = true;
  for (const chunk of [...chunksOf(ours), ...chunksOf(left)])
    all = (await foldTogether(table, event_id, chunk, now)) && all;
  for (const lane of lanes) if (isEmpty(lane) && isLeftBehind(lane, now)) await transact(table, [removeLane(lane)]);
  return all;
}

/** In one transaction; where some of them moved since they were read, the others without those. */
async function foldTogether(table: Table, event_id: string, lanes: Item[], now: number): Promise<boolean> {
  const outcome = await transact(table, foldLanes(event_id, lanes, now));
  if (outcome.done) return true;
  const moved = new Set(outcome.refusals.map(({ index }) => lanes[index - 1]));
  const still = lanes.filter((lane) => !moved.has(lane));
  if (still.length > 0) await transact(table, foldLanes(event_id, still, now));
  return false;
}

function chunksOf(lanes: Item[], size = mostLanes): Item[][] {
  return Array.from({ length: Math.ceil(lanes.length / size) }, (_, i) => lanes.slice(i * size, (i + 1) * size));
}

/** EVENT and the lanes, in at least `parts` groups of what one reading at one instant may hold; EVENT is in each. */
export function groupsToRead(event_id: string, lanes: Item[], parts: number): Key[][] {
  const chunks = chunksOf(lanes, Math.max(1, Math.min(mostLanes, Math.ceil(lanes.length / parts))));
  const groups = chunks.length === 0 ? [[]] : chunks;
  return groups.map((chunk) => [keys.event(event_id), ...chunk.map(({ sk }) => keys.lane(event_id, String(sk)))]);
}
