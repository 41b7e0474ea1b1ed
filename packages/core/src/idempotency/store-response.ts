import type { Core } from "../core.ts";
import { updateItem } from "../table/update-item.ts";
import { settleResponse } from "./idempotency.table.ts";
import type { IdempotencyLease, IdempotentResponse } from "./idempotency.ts";

/**
 * Stores the response of a request for whoever sends it again; the verb itself may have done so. An answer is never
 * withheld because it can't be stored: then whoever sends it again waits for the end of the lease.
 */
export async function storeResponse(core: Core, lease: IdempotencyLease, response: IdempotentResponse): Promise<void> {
  if (lease.isSettled) return;
  try {
    await updateItem(core.table, settleResponse(lease, response));
  } catch (error) {
    core.reportError("a response could not be stored", { record_id: lease.record_id, error });
  }
}
