import type { Core } from "../core.ts";
import type { HoldingId } from "../ids.ts";
import type { PaymentClient } from "../payment/payment.ts";
import type { Actor } from "../user/user.ts";
import { getOwnHolding } from "./get-hold.ts";
import { toSale } from "./to-sale.ts";

/** With what the page of a hold pays. Throws HOLDING_NOT_FOUND. */
export async function getPaymentClient(
  core: Core,
  actor: Actor,
  { holding_id }: { holding_id: HoldingId },
): Promise<PaymentClient> {
  return core.gateway.client(toSale(await getOwnHolding(core, actor, holding_id)));
}
