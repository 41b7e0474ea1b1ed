import type { Core } from "../core.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { removeRecord, yieldLease } from "./idempotency.table.ts";
import type { IdempotencyLease } from "./idempotency.ts";

/**
 * Frees the key of a request that failed, so that it may be sent again at once: from the start, or from what it had decided.
 * A send of it that is still on its way is refused: the record that it checks is gone.
 */
export async function releaseLease(core: Core, lease: IdempotencyLease): Promise<void> {
  if (lease.isSettled) return;
  try {
    const outcome = await transact(core.table, [removeRecord(lease)]);
    if (!outcome.done) await updateItem(core.table, yieldLease(lease));
  } catch (error) {
    core.reportError("an idempotency record is left to the end of its lease", { record_id: lease.record_id, error });
  }
}
