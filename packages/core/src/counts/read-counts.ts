import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { EventId } from "../ids.ts";
import { type Key, keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { readTogether } from "../table/read-together.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { readTally, toCounts } from "./counts.table.ts";
import type { Counts } from "./counts.ts";
import { areAtRest, groupsToRead, isAbandoned, listShards } from "./roll-up-shards.ts";

/** `last_hold_at`: when a hold was last requested, epoch seconds; 0 where none was for two days. */
export type Counted = Counts & { last_hold_at: number };

type Reader = Pick<Core, "table" | "clock" | "counterShards">;

const tries = 10;
/** Where some item is always being written: in so many times as many parts. */
const split = 4;

/**
 * Counts exactly as they were at one instant within the call: EVENT and all its counter shards. In a rush that never lets so many
 * items be read at once the shards are read in parts: then what was sold within the call is counted or not, and all that
 * was sold before it is counted once. Of an event that rests EVENT has all, and reading that alone costs a fraction.
 * Throws EVENT_NOT_FOUND, and UNAVAILABLE where even that did not succeed.
 */
export async function readCounts(core: Reader, event_id: EventId): Promise<Counted> {
  let shards = await listShards(core.table, event_id);
  if (areAtRest(shards, core.clock())) {
    const event = await readItem(core.table, keys.event(event_id));
    const after = await listShards(core.table, event_id);
    if (event && isUnwritten(after, shards)) return sumUp(core, event_id, [event], after);
    shards = after;
  }
  let parts = 1;
  for (let turn = 0; turn < tries; turn++) {
    const items = await readAtOnce(core.table, groupsToRead(event_id, shards, parts));
    const after = await listShards(core.table, event_id);
    // A shard that was born meanwhile may have what was counted before the reading: it has to be read with the others.
    if (items === "busy") parts *= split;
    else if (items !== "moved" && isWithin(after, shards)) return sumUp(core, event_id, items, after);
    shards = after;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** `items` together, which have all that was counted; `shards` as they are. */
function sumUp(core: Reader, event_id: EventId, items: (Item | null)[], shards: Item[]): Counted {
  const now = core.clock();
  if (shards.some((shard) => isAbandoned(shard, now))) core.counterShards.markChanged(event_id);
  const last_hold_at = Math.max(0, ...[...items, ...shards].map((item) => Number(item?.last_hold_at ?? 0)));
  return { ...toCounts(readTally(...items)), last_hold_at };
}

/** EVENT once and the counter shards, in as many readings as there are groups; `moved` where a roll-up came between two of those. */
async function readAtOnce(table: Table, groups: Key[][]): Promise<(Item | null)[] | "busy" | "moved"> {
  const items: (Item | null)[] = [];
  let first: string | null = null;
  for (const group of groups) {
    const found = await readTogether(table, group);
    if (!found) return "busy";
    const [event = null, ...shards] = found;
    if (!event) throw new EventlyError("EVENT_NOT_FOUND", {});
    const spelled = JSON.stringify(toCounts(readTally(event)));
    if (first === null) items.push(event);
    else if (first !== spelled) return "moved";
    first = spelled;
    items.push(...shards);
  }
  return items;
}

/** Whether the counter shards are as they were read before: the mark of a shard is never the same twice. */
function isUnwritten(shards: Item[], before: Item[]): boolean {
  const marks = new Set(before.map(({ last_write }) => last_write));
  return shards.length === before.length && shards.every(({ last_write }) => marks.has(last_write));
}

function isWithin(shards: Item[], known: Item[]): boolean {
  const names = new Set(known.map(({ sk }) => sk));
  return shards.every(({ sk }) => names.has(sk));
}
