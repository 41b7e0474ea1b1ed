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
  actions: Iterable<Action>,
  { inFlight = 4, items = mostActions, guard, signal }: Options = {},
): Promise<Outcome[]> {
  const size = guard ? items - 1 : items;
  const outcomes: Outcome[] = [];
  const left = listChunks(actions, size);
  let begun = 0;
  const work = () =>
    workThrough(left, signal, async (chunk) => {
      const i = begun++;
      outcomes[i] = await transact(table, guard ? [guard, ...chunk] : chunk);
    });
  await Promise.all(Array.from({ length: guard ? 1 : inFlight }, work));
  return outcomes;
}

/** Made as they are asked for: those of a large hall all at once would stop everything else for a moment. */
function* listChunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
