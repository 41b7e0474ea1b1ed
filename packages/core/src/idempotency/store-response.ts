import type { Core } from "../core.ts";
import { updateItem } from "../table/update-item.ts";
import { settleClaim } from "./idempotency.table.ts";
import type { Answer, Claim } from "./idempotency.ts";

/**
 * Keeps what the request is told, for whoever sends it again; the verb itself may have done so. An answer is never withheld
 * because it can't be kept: then whoever sends it again waits for the end of the lease.
 */
export async function keepAnswer(core: Core, claim: Claim, answer: Answer): Promise<void> {
  if (claim.isSettled) return;
  try {
    await updateItem(core.table, settleClaim(claim, answer));
  } catch (error) {
    core.report("an answer could not be kept", { claim_id: claim.claim_id, error });
  }
}
