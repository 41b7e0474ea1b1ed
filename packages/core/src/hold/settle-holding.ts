import type { Core } from "../core.ts";
import { findEvent } from "../event/find-event.ts";
import type { HoldingId } from "../ids.ts";
import { tryFinishPayment } from "../payment/finish-payment.ts";
import { findHolding } from "./get-hold.ts";
import { settleAttempt } from "./settle-attempt.ts";

/**
 * The reconciler's part: brings a holding whose payment nobody waits for any more to its end. After a long outage the
 * event may have been cancelled meanwhile: then the attempt ends, whatever the gateway says, and its money is returned.
 */
export async function settleHolding(core: Core, holding_id: HoldingId): Promise<void> {
  const holding = await findHolding(core, holding_id);
  if (holding?.state !== "paying") return;
  const event = await findEvent(core.table, holding.event_id);
  const cancelled = event === null || event.status === "cancelling" || event.status === "cancelled";
  const record = cancelled ? null : await core.gateway.find(holding.payment_id);
  const result = await settleAttempt(core, holding, record);
  if (result.state === "booked")
    await tryFinishPayment(core, holding.payment_id, result.isNew ? "authorized" : undefined);
}
