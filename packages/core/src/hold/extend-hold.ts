import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { EventlyError } from "../errors.ts";
import { getLayoutOf } from "../event/get-layout.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { HoldingId } from "../ids.ts";
import { extendSeatHold } from "../seat/seat.table.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { toEnded } from "./end-hold.ts";
import { getOwnHolding, hasChanged, viewHolding } from "./get-hold.ts";
import { isExpired } from "./hold.rules.ts";
import { extendHolding } from "./hold.table.ts";
import type { HoldingView } from "./hold.ts";
import { toNetworkHold } from "./network-hold.ts";
import { extendSlot } from "./quota.table.ts";

/**
 * Extends a hold once by SEAT_HOLD_EXTENSION seconds, never past SEAT_HOLD_MAX after it was placed. Throws
 * HOLDING_NOT_FOUND, HOLD_EXPIRED, HOLD_NOT_EXTENDABLE, PAYMENT_IN_PROGRESS.
 */
export async function extendHold(
  core: Core,
  actor: Actor,
  { holding_id }: { holding_id: HoldingId },
  lease: IdempotencyLease | null = null,
): Promise<HoldingView> {
  const holding = await getOwnHolding(core, actor, holding_id);
  const now = core.clock();
  if (holding.state === "paying") throw new EventlyError("PAYMENT_IN_PROGRESS", {});
  if (holding.state !== "active" || isExpired(holding, now)) throw toEnded(holding);
  const { SEAT_HOLD_EXTENSION, SEAT_HOLD_MAX } = core.rules;
  const hold_ttl = Math.min(Math.floor(holding.placed_at) + SEAT_HOLD_MAX, holding.hold_ttl + SEAT_HOLD_EXTENSION);
  if (holding.extended || hold_ttl <= holding.hold_ttl) throw new EventlyError("HOLD_NOT_EXTENDABLE", {});
  const { event_id } = holding;
  const layout = await getLayoutOf(core, event_id);
  const extended = { ...holding, hold_ttl, extended: true };
  const actions = [
    ...holding.lines.map(({ seat }) => extendSeatHold({ event_id, seat_pos: seat, holding_id, hold_ttl, now })),
    extendHolding(holding, hold_ttl, now),
    extendSlot(holding, hold_ttl),
  ];
  const response = { output: viewHolding(extended, layout, now) };
  // Of several at once only the one that extended it is counted.
  const outcome = await countWritten(core, {
    write: () => transactFor(core.table, accountsOf(actor), actions, { lease, response }),
    isWritten: () => hasChanged(core, holding, (after) => after.extended && after.hold_ttl >= hold_ttl),
    count: () => core.unpaidSeats.extend(toNetworkHold(holding), hold_ttl),
  });
  const after = outcome.done ? extended : await getOwnHolding(core, actor, holding_id);
  if (after.state === "paying") throw new EventlyError("PAYMENT_IN_PROGRESS", {});
  if (after.state !== "active" || after.hold_ttl !== hold_ttl) throw toEnded(after);
  core.maps.note(event_id, holding.lines, "held", hold_ttl);
  return viewHolding(after, layout, now);
}
