import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { getLayoutOf } from "../event/get-layout.ts";
import type { EventId, HoldingId } from "../ids.ts";
import { type IndexedLayout, labelLines } from "../layout/layouts.ts";
import { keys } from "../table/keys.ts";
import { readItem, readItems } from "../table/read-item.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { isExpired } from "./hold.rules.ts";
import { toHolding } from "./hold.table.ts";
import type { Holding, HoldingView } from "./hold.ts";
import { entryIn, slots } from "./quota.table.ts";

/** Consistent read; null if the holding doesn't exist. */
export async function findHolding(core: Core, holding_id: HoldingId): Promise<Holding | null> {
  const item = await readItem(core.table, keys.holding(holding_id));
  return item ? toHolding(item) : null;
}

/** Whether the holding, as it is now, has a change that may have been written. Throws UNAVAILABLE. */
export async function hasChanged(
  core: Core,
  { holding_id }: { holding_id: HoldingId },
  isIn: (after: Holding) => boolean,
): Promise<boolean> {
  const after = await findHolding(core, holding_id);
  return after !== null && isIn(after);
}

/** The actor's own holding. Throws HOLDING_NOT_FOUND, also for someone else's. */
export async function getOwnHolding(core: Core, actor: Actor, holding_id: HoldingId): Promise<Holding> {
  const holding = await findHolding(core, holding_id);
  if (holding?.user_id !== actor.user_id) throw new EventlyError("HOLDING_NOT_FOUND", {});
  return holding;
}

/** The hold as its holder sees it. Throws HOLDING_NOT_FOUND. */
export async function getHold(
  core: Core,
  actor: Actor,
  { holding_id }: { holding_id: HoldingId },
): Promise<HoldingView> {
  const holding = await getOwnHolding(core, actor, holding_id);
  return viewHolding(holding, await getLayoutOf(core, holding.event_id), core.clock());
}

/** The actor's open holds for an event, at most two: not released, confirmed or expired. */
export async function listOpenHolds(
  core: Core,
  actor: Actor,
  { event_id }: { event_id: EventId },
): Promise<HoldingView[]> {
  const quota = await readItem(core.table, keys.quota(event_id, actor.user_id));
  const now = core.clock();
  const open = slots.flatMap((slot) => entryIn(quota, slot)?.holding_id ?? []);
  const holdings = open.length > 0 ? (await readItems(core.table, open.map(keys.holding))).map(toHolding) : [];
  const shown = holdings.filter(
    (holding) => (holding.state === "active" && !isExpired(holding, now)) || holding.state === "paying",
  );
  if (shown.length === 0) return [];
  const layout = await getLayoutOf(core, event_id);
  return shown.map((holding) => viewHolding(holding, layout, now));
}

/** `expires_at` is hold_ttl as an instant; an unpaid expired holding has the state `expired`. */
export function viewHolding(holding: Holding, layout: IndexedLayout, now: number): HoldingView {
  const expired = holding.state === "active" && isExpired(holding, now);
  return {
    holding_id: holding.holding_id,
    event_id: holding.event_id,
    seats: holding.lines.map((line) => line.seat),
    lines: labelLines(layout, holding.lines),
    total: holding.total,
    currency: holding.currency,
    state: expired ? "expired" : holding.state,
    booking_id: holding.booking_id,
    ...(holding.state === "released" && holding.released_by ? { released_by: holding.released_by } : {}),
    hold_ttl: holding.hold_ttl,
    expires_at: toInstant(holding.hold_ttl),
    server_now: toInstant(now),
    extendable: holding.state === "active" && !expired && !holding.extended,
    start_time: holding.start_time,
    cancellation_policy: holding.cancellation_policy,
    terms: holding.terms,
  };
}
