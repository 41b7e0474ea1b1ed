import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { HoldingId } from "../ids.ts";
import type { GatewayRecord } from "../payment/gateway.ts";
import { isTestGateway } from "../payment/test-gateway.ts";
import type { Actor } from "../user/user.ts";
import { getOwnHolding } from "./get-hold.ts";

type Input = { holding_id: HoldingId; approve: boolean };

/**
 * The holder's response to the bank's challenge, if the bank is the built-in test gateway; confirm the hold again
 * afterwards. Throws HOLDING_NOT_FOUND, NOT_FOUND if there is no challenge.
 */
export async function answerChallenge(
  core: Core,
  actor: Actor,
  { holding_id, approve }: Input,
): Promise<{ holding_id: HoldingId; payment: GatewayRecord["state"] }> {
  const holding = await getOwnHolding(core, actor, holding_id);
  if (!isTestGateway(core.gateway) || holding.state !== "paying") {
    throw new EventlyError("NOT_FOUND", {}, "The bank asks nothing about these seats.");
  }
  const { state } = await core.gateway.answerChallenge(holding.payment_id, approve);
  return { holding_id, payment: state };
}
