import type { Core } from "../core.ts";
import { findEvent } from "../event/find-event.ts";
import type { HoldingId } from "../ids.ts";
import { awaitGateway } from "../payment/await-gateway.ts";
import { readPayment, requireGateway, tryFinishPayment } from "../payment/finish-payment.ts";
import { keyOf } from "../payment/gateway.ts";
import { findContact } from "../user/find-contacts.ts";
import { findHolding } from "./get-hold.ts";
import { settleAttempt } from "./settle-attempt.ts";

/**
 * Used by scheduled work: finishes a holding whose payment no request is waiting for. After a long outage the event may
 * have been cancelled; then the attempt ends, whatever the gateway's state, and the money is returned.
 */
export async function settleHolding(core: Core, holding_id: HoldingId): Promise<void> {
  const holding = await findHolding(core, holding_id);
  if (holding?.state !== "paying") return;
  const [event, buyer, payment] = await Promise.all([
    findEvent(core.table, holding.event_id),
    findContact(core.table, holding.user_id),
    readPayment(core, holding.payment_id),
  ]);
  requireGateway(core, payment);
  const cancelled = event === null || event.status === "cancelling" || event.status === "cancelled";
  const record = cancelled ? null : await awaitGateway(core, core.gateway.find(keyOf(payment)));
  const result = await settleAttempt(core, { holding, payment, buyer }, record);
  if (result.state !== "booked") return;
  await tryFinishPayment(core, holding.payment_id, result.isNew ? { ...payment, state: "authorized" } : undefined);
}
