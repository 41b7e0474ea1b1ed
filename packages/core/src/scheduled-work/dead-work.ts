import type { Core } from "../core.ts";
import { deadShardOf, dueAt, type WorkKind } from "../table/due-index.ts";
import type { Key } from "../table/keys.ts";
import { countItems, queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { reviveWork } from "./scheduled-work.table.ts";
import { buryOrRevive } from "./tasks.ts";
import { kindNames } from "./work-kinds.ts";

/** Work that failed too often; `error` is the class of its last error. */
export type DeadWork = { kind: WorkKind; key: Key; died_at: string; attempts: number; error: string };

/** How much dead work the table has of each kind. Throws UNAVAILABLE. */
export async function countDeadWork(core: Core): Promise<Record<WorkKind, number>> {
  const counts = kindNames.map(async (kind) => {
    return [kind, await countItems(core.table, { index: "due", partition: deadShardOf(kind) })] as const;
  });
  return Object.fromEntries(await Promise.all(counts)) as Record<WorkKind, number>;
}

/** All dead work, by kind and the longest dead first. Throws UNAVAILABLE. */
export async function* listDeadWork(core: Core): AsyncGenerator<DeadWork> {
  for (const kind of kindNames) {
    const due_shard = deadShardOf(kind);
    for await (const { pk, sk } of queryItems(core.table, { index: "due", partition: due_shard })) {
      const key = { pk: String(pk), sk: String(sk) };
      const item = await readItem(core.table, key);
      if (item?.due_shard !== due_shard) continue;
      const [attempts, error] = [Number(item.due_attempts ?? 0), String(item.due_error ?? "unknown")];
      yield { kind, key, died_at: String(item.due_at), attempts, error };
    }
  }
}

/**
 * Makes dead work due again: that of one partition key, or all of it. Returns what it revived; work that another command
 * revived first is left out. Throws UNAVAILABLE.
 */
export async function retryDeadWork(core: Core, pk?: string): Promise<DeadWork[]> {
  const revived: DeadWork[] = [];
  for await (const work of listDeadWork(core)) {
    const { kind, key, died_at } = work;
    if (pk !== undefined && pk !== key.pk) continue;
    const dead = { due_shard: deadShardOf(kind), due_at: died_at };
    const outcome = await buryOrRevive(core, key, -1, reviveWork(key, dead, dueAt(kind, key.pk, core.clock())));
    if (outcome.done) revived.push(work);
  }
  return revived;
}
