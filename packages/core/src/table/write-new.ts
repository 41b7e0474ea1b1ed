import type { Table } from "./table.ts";
import { type Action, type Outcome, transact } from "./transact.ts";

/** Writes items that must be new because their ids were never given before. */
export async function writeNew(table: Table, actions: Action[]): Promise<void> {
  requireNew(await transact(table, actions));
}

/** A refusal after an unanswered send is our own earlier write; any other is a fault: an id was given twice. */
export function requireNew(outcome: Outcome): void {
  if (outcome.done || outcome.ambiguous) return;
  throw new Error(
    `an item that had to be new exists: ${outcome.failedConditions.map(({ index }) => index).join(", ")}`,
  );
}
