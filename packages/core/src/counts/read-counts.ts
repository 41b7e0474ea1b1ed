import type { Counts } from "../analytics/analytics.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { type Key, keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { readTogether } from "../table/read-together.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { readTally, toCounts } from "./counts.table.ts";
import { areAtRest, groupsToRead, isLeftBehind, listLanes } from "./roll-up-shards.ts";

/** `last_hold_at`: when a hold was last asked for, epoch seconds; 0 where none was for two days. */
export type Counted = Counts & { last_hold_at: number };

type Reader = Pick<Core, "table" | "clock" | "lanes">;

const tries = 10;
/** Where some item is always being written: in so many times as many parts. */
const split = 4;

/**
 * Counts exactly as they were at one instant within the call: EVENT and all its lanes. In a rush that never lets so many
 * items be read at once the lanes are read in parts: then what was sold within the call is counted or not, and all that
 * was sold before it is counted once. Of an event that rests EVENT has all, and reading that alone costs a fraction.
 * Throws EVENT_NOT_FOUND, and UNAVAILABLE where even that did not succeed.
 */
export async function readCounts(core: Reader, event_id: string): Promise<Counted> {
  let lanes = await listLanes(core.table, event_id);
  if (areAtRest(lanes, core.clock())) {
    const event = await readItem(core.table, keys.event(event_id));
    const after = await listLanes(core.table, event_id);
    if (event && isUnwritten(after, lanes)) return sumUp(core, event_id, [event], after);
    lanes = after;
  }
  let parts = 1;
  for (let turn = 0; turn < tries; turn++) {
    const items = await readAtOnce(core.table, groupsToRead(event_id, lanes, parts));
    const after = await listLanes(core.table, event_id);
    // A lane that was born meanwhile may have what was counted before the reading: it has to be read with the others.
    if (items === "busy") parts *= split;
    else if (items !== "moved" && isWithin(after, lanes)) return sumUp(core, event_id, items, after);
    lanes = after;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** `items` together, which have all that was counted; `lanes` as they stand. */
function sumUp(core: Reader, event_id: string, items: (Item | null)[], lanes: Item[]): Counted {
  const now = core.clock();
  if (lanes.some((lane) => isLeftBehind(lane, now))) core.lanes.look(event_id);
  const last_hold_at = Math.max(0, ...[...items, ...lanes].map((item) => Number(item?.last_hold_at ?? 0)));
  return { ...toCounts(readTally(...items)), last_hold_at };
}

/** EVENT once and the lanes, in as many readings as there are groups; `moved` where a fold came between two of those. */
async function readAtOnce(table: Table, groups: Key[][]): Promise<(Item | null)[] | "busy" | "moved"> {
  const items: (Item | null)[] = [];
  let first: string | null = null;
  for (const group of groups) {
    const found = await readTogether(table, group);
    if (!found) return "busy";
    const [event = null, ...lanes] = found;
    if (!event) throw new EventlyError("EVENT_NOT_FOUND", {});
    const spelled = JSON.stringify(toCounts(readTally(event)));
    if (first === null) items.push(event);
    else if (first !== spelled) return "moved";
    first = spelled;
    items.push(...lanes);
  }
  return items;
}

/** Whether the lanes are those that were read before: the mark of a lane is never the same twice. */
function isUnwritten(lanes: Item[], before: Item[]): boolean {
  const marks = new Set(before.map(({ last_write }) => last_write));
  return lanes.length === before.length && lanes.every(({ last_write }) => marks.has(last_write));
}

function isWithin(lanes: Item[], known: Item[]): boolean {
  const names = new Set(known.map(({ sk }) => sk));
  return lanes.every(({ sk }) => names.has(sk));
}
