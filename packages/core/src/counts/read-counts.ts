import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { EventId } from "../ids.ts";
import { type Key, keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { readTogether } from "../table/read-together.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { readTally, type Tally, toCounts } from "./counts.table.ts";
import type { Counts } from "./counts.ts";
import { areAtRest, groupsToRead, isAbandoned, listShards } from "./roll-up-shards.ts";

/** `last_hold_at`: when a hold was last requested, in epoch seconds; 0 if none was within two days. */
export type Counted = Counts & { last_hold_at: number };

type Reader = Pick<Core, "table" | "clock" | "counterShards">;

const tries = 10;
/** If an item is being written during a read, the next try uses this many times more parts. */
const split = 4;

/** The same before they are told apart: as counters. */
export type Tallied = { tally: Tally; last_hold_at: number };

/** The figures of the sale among what `readCounters` reads. */
export async function readCounts(core: Reader, event_id: EventId): Promise<Counted> {
  const { tally, last_hold_at } = await readCounters(core, event_id);
  return { ...toCounts(tally), last_hold_at };
}

/**
 * The exact counts at one instant during the call, from EVENT and all counter shards. In a rush in which so many items
 * can't be read at one instant, the shards are read in parts: sales made during the call may or may not be included,
 * all earlier ones are included exactly once. For an event without recent writes EVENT has all counts and is read
 * alone, at a fraction of the cost. Throws EVENT_NOT_FOUND, and UNAVAILABLE if all of that failed.
 */
export async function readCounters(core: Reader, event_id: EventId): Promise<Tallied> {
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
    // A shard created meanwhile may hold counts from before the read, so it has to be read with the others.
    if (items === "busy") parts *= split;
    else if (items !== "moved" && isWithin(after, shards)) return sumUp(core, event_id, items, after);
    shards = after;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** `items` hold all counts; `shards` are the counter shards as listed after the read. */
function sumUp(core: Reader, event_id: EventId, items: (Item | null)[], shards: Item[]): Tallied {
  const now = core.clock();
  if (shards.some((shard) => isAbandoned(shard, now))) core.counterShards.markChanged(event_id);
  const last_hold_at = Math.max(0, ...[...items, ...shards].map((item) => Number(item?.last_hold_at ?? 0)));
  return { tally: readTally(...items), last_hold_at };
}

/** Reads EVENT once and the counter shards, one read per group; `moved` if a roll-up happened between two of them. */
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

/** Whether no counter shard was written since it was read: a shard's mark is never reused. */
function isUnwritten(shards: Item[], before: Item[]): boolean {
  const marks = new Set(before.map(({ last_write }) => last_write));
  return shards.length === before.length && shards.every(({ last_write }) => marks.has(last_write));
}

function isWithin(shards: Item[], known: Item[]): boolean {
  const names = new Set(known.map(({ sk }) => sk));
  return shards.every(({ sk }) => names.has(sk));
}
