import type { Table } from "./table.ts";
import { type Action, type Outcome, transact } from "./transact.ts";

const mostActions = 100;

/**
 * Writes any number of items, up to a hundred per transaction, `inFlight` transactions at a time; returns their
 * outcomes in order. With a `guard` every transaction includes that condition check and they run one by one. Not atomic
 * as a whole: a partial result must be harmless, and a repeated call must complete it.
 */
export async function transactAll(
  table: Table,
  actions: Action[],
  { inFlight = 4, guard }: { inFlight?: number; guard?: Action } = {},
): Promise<Outcome[]> {
  const size = guard ? mostActions - 1 : mostActions;
  const outcomes: Outcome[] = [];
  let next = 0;
  async function work(): Promise<void> {
    while (next * size < actions.length) {
      const i = next++;
      const chunk = actions.slice(i * size, (i + 1) * size);
      outcomes[i] = await transact(table, guard ? [guard, ...chunk] : chunk);
    }
  }
  await Promise.all(Array.from({ length: guard ? 1 : inFlight }, work));
  return outcomes;
}
