import type { Core } from "../core.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { removeClaim, yieldClaim } from "./idempotency.table.ts";
import type { Claim } from "./idempotency.ts";

/**
 * Frees the key of a request that failed, so that it may be sent again at once: from the start, or from what it had decided.
 * A send of it that is still on its way is refused: the claim that it asks for is gone.
 */
export async function dropClaim(core: Core, claim: Claim): Promise<void> {
  if (claim.isSettled) return;
  try {
    const outcome = await transact(core.table, [removeClaim(claim)]);
    if (!outcome.done) await updateItem(core.table, yieldClaim(claim));
  } catch (error) {
    core.report("a claim is left to its lease", { claim_id: claim.claim_id, error });
  }
}
