import type { Core } from "../core.ts";
import { findHolding } from "./get-hold.ts";
import { settleAttempt } from "./settle-attempt.ts";

/** The reconciler's part: brings a holding whose payment nobody waits for any more to its end. */
export async function settleHolding(core: Core, holding_id: string): Promise<void> {
  const holding = await findHolding(core, holding_id);
  if (holding?.state !== "paying") return;
  await settleAttempt(core, holding, await core.gateway.find(holding.payment_id));
}
