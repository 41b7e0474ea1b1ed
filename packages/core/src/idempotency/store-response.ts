import type { Core } from "../core.ts";
import { updateItem } from "../table/update-item.ts";
import { settleResponse } from "./idempotency.table.ts";
import type { Answer, IdempotencyLease } from "./idempotency.ts";

/**
 * Keeps what the request is told, for whoever sends it again; the verb itself may have done so. An answer is never withheld
 * because it can't be kept: then whoever sends it again waits for the end of the lease.
 */
export async function storeResponse(core: Core, claim: IdempotencyLease, answer: Answer): Promise<void> {
  if (claim.isSettled) return;
  try {
    await updateItem(core.table, settleResponse(claim, answer));
  } catch (error) {
    core.reportError("an answer could not be kept", { record_id: claim.record_id, error });
  }
}
