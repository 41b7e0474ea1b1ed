import type { Core } from "../core.ts";
import type { HoldingId } from "../ids.ts";
import { readPayment } from "../payment/finish-payment.ts";
import type { PaymentClient } from "../payment/payment.ts";
import type { Actor } from "../user/user.ts";
import { findAccount, isPaidByCard } from "./find-account.ts";
import { getOwnHolding } from "./get-hold.ts";
import type { Holding } from "./hold.ts";
import { toSale } from "./to-sale.ts";

/**
 * With what the page of a hold pays. Throws HOLDING_NOT_FOUND, and PAYMENTS_NOT_READY where there is something to pay by card that its
 * seller can't be paid.
 */
export async function getPaymentClient(
  core: Core,
  actor: Actor,
  { holding_id }: { holding_id: HoldingId },
): Promise<PaymentClient> {
  const holding = await getOwnHolding(core, actor, holding_id);
  return core.gateway.client(toSale(holding, await accountOf(core, holding)));
}

/** A payment that was begun stays where it is. */
async function accountOf(core: Core, holding: Holding): Promise<string | null> {
  if (holding.state === "paying") return (await readPayment(core, holding.payment_id)).account;
  const isToPay = holding.state === "active" && holding.total > 0;
  return isToPay && (await isPaidByCard(core, holding)) ? findAccount(core, holding) : null;
}
