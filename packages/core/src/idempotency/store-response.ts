import type { Core } from "../core.ts";
import { updateItem } from "../table/update-item.ts";
import { settleResponse } from "./idempotency.table.ts";
import type { IdempotencyLease, IdempotentResponse } from "./idempotency.ts";

/**
 * Stores a response for retries, unless the domain function did so itself. A response is returned even if it can't be
 * stored: a retry then waits for the lease to expire.
 */
export async function storeResponse(core: Core, lease: IdempotencyLease, response: IdempotentResponse): Promise<void> {
  if (lease.isSettled) return;
  try {
    await updateItem(core.table, settleResponse(lease, response));
  } catch (error) {
    core.reportError("a response could not be stored", { record_id: lease.record_id, error });
  }
}
