import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { getLayoutOf } from "../event/get-layout.ts";
import type { HoldingId } from "../ids.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { endHold } from "./end-hold.ts";
import { getOwnHolding, viewHolding } from "./get-hold.ts";
import { isExpired } from "./hold.rules.ts";
import { releaseHolding } from "./hold.table.ts";
import type { Holding, HoldingView } from "./hold.ts";

const maxAttempts = 3;

/**
 * Releases the seats at once; idempotent. After hold_ttl only the record is written, since the seats may have been
 * taken. Throws HOLDING_NOT_FOUND, PAYMENT_IN_PROGRESS, and HOLD_EXPIRED for a hold that was booked.
 */
export async function releaseHold(
  core: Core,
  actor: Actor,
  { holding_id }: { holding_id: HoldingId },
): Promise<HoldingView> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const holding = await getOwnHolding(core, actor, holding_id);
    if (holding.state === "released") {
      return viewHolding(holding, await getLayoutOf(core, holding.event_id), core.clock());
    }
    if (holding.state === "paying") throw new EventlyError("PAYMENT_IN_PROGRESS", {});
    if (holding.state === "confirmed") throw new EventlyError("HOLD_EXPIRED", {}, "This hold became a booking.");
    await tryRelease(core, actor, holding);
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** If the condition fails (the hold expired, was extended or is being paid), the next read finds the cause. */
async function tryRelease(core: Core, actor: Actor, holding: Holding): Promise<void> {
  if (isExpired(holding, core.clock())) await transactFor(core.table, accountsOf(actor), [releaseHolding(holding)]);
  else await endHold(core, actor, holding);
}
