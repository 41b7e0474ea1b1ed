import { createPrecedence } from "../concurrency/precedence.ts";
import type { Core } from "../core.ts";
import { sendInTurn } from "./limit-turns.ts";
import type { Table } from "./table.ts";

/** The requests to the table, of the 16 of a process, that all its bulk work together has under way at once. */
export const bulkTurns = 1;

/** So many of the others' requests end, at most, while one of bulk work waits. */
const mostPassing = 16;

/**
 * The items of one transaction of bulk work that is beside a sale: an engine that writes one transaction after the other
 * lets a hold wait for those under way.
 */
export const itemsAtOnce = 25;

/** The items of one page that bulk work reads: a larger one would be unpacked for longer than a hold takes. */
const itemsAPage = 25;

/** What writes or reads no more items than these is no bulk work. */
export const mostItems = 500;

/** The table as it is for all but bulk work, which has one of its own, see `asBulk`. */
export function splitTable(table: Table): Pick<Core, "table" | "bulkTable"> {
  const { first, later } = createPrecedence({ most: bulkTurns, mostPassing });
  return { table: sendInTurn(table, first), bulkTable: sendInTurn({ ...table, itemsAPage }, later) };
}

/**
 * The same core for what writes or reads this many items, in a request or as scheduled work: where they are many, its
 * requests to the table wait for the bulk turn, so that a sale never waits for them.
 */
export function asBulk<C extends Pick<Core, "table" | "bulkTable">>(core: C, items = Number.POSITIVE_INFINITY): C {
  return items <= mostItems ? core : { ...core, table: core.bulkTable };
}
