import type { Core } from "../core.ts";
import { dueAt, formerShards } from "../table/due-index.ts";
import { queryItems } from "../table/query-items.ts";
import { updateItem } from "../table/update-item.ts";
import { moveWork } from "./scheduled-work.table.ts";
import { findTask } from "./tasks.ts";

/**
 * Moves work of the version before, whose processes may still run, to the shards of its kind; its due time and its lease
 * stay. Returns the number of pieces moved. Throws UNAVAILABLE.
 */
export async function moveFormerWork(core: Core): Promise<number> {
  let moved = 0;
  for (const due_shard of formerShards) {
    for await (const item of queryItems(core.table, { index: "due", partition: due_shard })) {
      const key = { pk: String(item.pk), sk: String(item.sk) };
      const kind = findTask(key)?.kind ?? "bulk";
      const to = dueAt(kind, key.pk, core.clock());
      const outcome = await updateItem(core.table, moveWork(key, { due_shard, due_at: String(item.due_at) }, to));
      if (outcome.done) moved++;
    }
  }
  return moved;
}
