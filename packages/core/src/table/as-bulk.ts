import type { Core } from "../core.ts";
import { sendInTurn } from "./limit-turns.ts";
import type { Table } from "./table.ts";

/** The requests to the table, of the 16 of a process, that all its bulk work together has under way at once. */
export const bulkTurns = 2;

/**
 * The items of one transaction of bulk work that is beside a sale: an engine that writes one transaction after the other
 * lets a hold wait for those under way.
 */
export const itemsAtOnce = 25;

/** What writes or reads no more items than these is no bulk work. */
export const mostItems = 500;

const narrow = new WeakSet<Table>();

/**
 * The same core for what writes or reads this many items, in a request or as scheduled work: where they are many, its
 * requests to the table wait for one of the bulk turns, so that a sale never waits for them.
 */
export function asBulk<C extends Pick<Core, "table" | "inBulkTurn">>(core: C, items = Number.POSITIVE_INFINITY): C {
  if (items <= mostItems) return core;
  // What holds a turn must not wait for a second one.
  if (narrow.has(core.table)) return core;
  const table = sendInTurn(core.table, core.inBulkTurn);
  narrow.add(table);
  return { ...core, table };
}
