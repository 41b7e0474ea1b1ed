import { workThrough } from "../concurrency/work-through.ts";
import type { Table } from "./table.ts";
import { type Action, type Outcome, transact } from "./transact.ts";

const mostActions = 100;

type Options = { inFlight?: number; items?: number; guard?: Action; signal?: AbortSignal | undefined };

/**
 * Writes any number of items, up to `items` per transaction, `inFlight` transactions at a time; returns their
 * outcomes in order. With a `guard` every transaction includes that condition check and they run one by one. Not atomic
 * as a whole: a partial result must be harmless, and a repeated call must complete it. Sends no further one once `signal`
 * is aborted.
 */
export async function transactAll(
  table: Table,
  actions: Action[],
  { inFlight = 4, items = mostActions, guard, signal }: Options = {},
): Promise<Outcome[]> {
  const size = guard ? items - 1 : items;
  const outcomes: Outcome[] = [];
  const starts = Array.from({ length: Math.ceil(actions.length / size) }, (_, i) => i * size);
  const left = starts.entries();
  const work = () =>
    workThrough(left, signal, async ([i, start]) => {
      const chunk = actions.slice(start, start + size);
      outcomes[i] = await transact(table, guard ? [guard, ...chunk] : chunk);
    });
  await Promise.all(Array.from({ length: guard ? 1 : inFlight }, work));
  return outcomes;
}
