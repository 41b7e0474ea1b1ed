import type { Core } from "../core.ts";
import { findEvent } from "../event/find-event.ts";
import type { HoldingId } from "../ids.ts";
import { awaitGateway } from "../payment/await-gateway.ts";
import { readPayment, requireGateway, tryFinishPayment } from "../payment/finish-payment.ts";
import { type GatewayRecord, keyOf } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import { findContact } from "../user/find-contacts.ts";
import { findHolding } from "./get-hold.ts";
import { settleAttempt } from "./settle-attempt.ts";
import type { Paying } from "./start-payment.ts";

/**
 * Used by scheduled work: finishes a holding whose payment no request is waiting for. After a long outage the event may
 * have been cancelled; then the attempt ends, whatever the gateway's state, and the money is returned.
 */
export async function settleHolding(core: Core, holding_id: HoldingId): Promise<void> {
  const holding = await findHolding(core, holding_id);
  if (holding?.state !== "paying") return;
  const payment = await readPayment(core, holding.payment_id);
  requireGateway(core, payment);
  await settle(core, { holding, payment }, () => awaitGateway(core, core.gateway.find(keyOf(payment))));
}

/**
 * The same for one payment of which the gateway has news, `record`, whether or not a request waits for it. One that is only prepared
 * goes on: whoever prepared it is about to confirm it. Does nothing if the payment isn't its holding's any more.
 */
export async function settleWoken(core: Core, payment: Payment, record: GatewayRecord): Promise<void> {
  const holding = await findHolding(core, payment.holding_id);
  if (holding?.state !== "paying" || holding.payment_id !== payment.payment_id || record.state === "prepared") return;
  await settle(core, { holding, payment }, async () => record);
}

type Settling = { holding: Paying; payment: Payment };

async function settle(
  core: Core,
  { holding, payment }: Settling,
  ask: () => Promise<GatewayRecord | null>,
): Promise<void> {
  const [event, buyer] = await Promise.all([
    findEvent(core.table, holding.event_id),
    findContact(core.table, holding.user_id),
  ]);
  const cancelled = event === null || event.status === "cancelling" || event.status === "cancelled";
  const result = await settleAttempt(core, { holding, payment, buyer }, cancelled ? null : await ask());
  if (result.state !== "booked") return;
  await tryFinishPayment(core, holding.payment_id, result.isNew ? { ...payment, state: "authorized" } : undefined);
}
