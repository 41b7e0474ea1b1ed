import type { Table } from "./table.ts";
import { type Action, type Outcome, transact } from "./transact.ts";

/** Writes items under ids that were never issued before. */
export async function writeNew(table: Table, actions: Action[]): Promise<void> {
  requireNew(await transact(table, actions));
}

/**
 * A failed condition after an unacknowledged send is our own earlier write; any other means that an id was issued
 * twice.
 */
export function requireNew(outcome: Outcome): void {
  if (outcome.done || outcome.ambiguous) return;
  throw new Error(
    `an item that had to be new exists: ${outcome.failedConditions.map(({ index }) => index).join(", ")}`,
  );
}
