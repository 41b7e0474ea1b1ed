import type { Core } from "../core.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { removeRecord, yieldLease } from "./idempotency.table.ts";
import type { IdempotencyLease } from "./idempotency.ts";

/**
 * Frees the key of a request that failed, so that it may be sent again at once: from the start, or from what it had decided.
 * A send of it that is still on its way is refused: the claim that it asks for is gone.
 */
export async function releaseLease(core: Core, claim: IdempotencyLease): Promise<void> {
  if (claim.isSettled) return;
  try {
    const outcome = await transact(core.table, [removeRecord(claim)]);
    if (!outcome.done) await updateItem(core.table, yieldLease(claim));
  } catch (error) {
    core.reportError("a claim is left to its lease", { record_id: claim.record_id, error });
  }
}
