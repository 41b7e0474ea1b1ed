import type { Core } from "../core.ts";
import { findEvent } from "../event/find-event.ts";
import { findHolding } from "./get-hold.ts";
import { settleAttempt } from "./settle-attempt.ts";

/**
 * The reconciler's part: brings a holding whose payment nobody waits for any more to its end. After a long outage the
 * event may have been cancelled meanwhile: then the attempt ends, whatever the gateway says, and its money is returned.
 */
export async function settleHolding(core: Core, holding_id: string): Promise<void> {
  const holding = await findHolding(core, holding_id);
  if (holding?.state !== "paying") return;
  const event = await findEvent(core.table, holding.event_id);
  const cancelled = event === null || event.status === "cancelling" || event.status === "cancelled";
  await settleAttempt(core, holding, cancelled ? null : await core.gateway.find(holding.payment_id));
}
