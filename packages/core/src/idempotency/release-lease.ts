import type { Core } from "../core.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { removeRecord, yieldLease } from "./idempotency.table.ts";
import type { IdempotencyLease } from "./idempotency.ts";

/**
 * Frees the key of a failed request, so that it can be retried at once: from the start, or from its stored decision. A
 * send still in flight then fails, because the record it checks is gone.
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
