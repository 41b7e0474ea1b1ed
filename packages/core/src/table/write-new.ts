import type { Table } from "./table.ts";
import { type Action, transact } from "./transact.ts";

/**
 * Writes items that must be new because their ids were never given before. A refusal after an unanswered send is our own
 * earlier write; any other is a fault: an id was given twice.
 */
export async function writeNew(table: Table, actions: Action[]): Promise<void> {
  const outcome = await transact(table, actions);
  if (outcome.done || outcome.unsure) return;
  throw new Error(`an item that had to be new exists: ${outcome.refusals.map(({ index }) => index).join(", ")}`);
}
