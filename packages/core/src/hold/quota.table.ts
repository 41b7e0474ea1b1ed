import type { HoldingId, SeatId } from "../ids.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import type { Holding } from "./hold.ts";

/** A buyer's open holds for one event: two slots, filled and cleared in the hold's own transactions. */
export type Slot = Holding["slot"];
export type Entry = { holding_id: HoldingId; hold_ttl: number; seats: SeatId[] };

export const slots: readonly [Slot, Slot] = ["slot_1", "slot_2"];

/** The hold that fills a slot; null if it was never filled or was cleared. */
export function entryIn(quota: Item | null, slot: Slot): Entry | null {
  return (quota?.[slot] as Entry | undefined) ?? null;
}

/** Whether a new hold may take the slot; the condition of `fillSlot` states the same rule. */
export function isSlotFree(quota: Item | null, slot: Slot, now: number): boolean {
  const entry = entryIn(quota, slot);
  return entry === null || entry.hold_ttl < now;
}

export function fillSlot(holding: Holding, now: number): Action {
  const entry: Entry = {
    holding_id: holding.holding_id,
    hold_ttl: holding.hold_ttl,
    seats: holding.lines.map((line) => line.seat),
  };
  return update({
    key: keys.quota(holding.event_id, holding.user_id),
    update: "SET #slot = :entry, purge_at = :purge",
    condition: "attribute_not_exists(#slot) OR #slot.hold_ttl < :now",
    names: { "#slot": holding.slot },
    values: { ":entry": entry, ":now": now, ":purge": holding.purge_at },
  });
}

export function extendSlot(holding: Holding, hold_ttl: number): Action {
  return update({
    key: keys.quota(holding.event_id, holding.user_id),
    update: "SET #slot.hold_ttl = :ttl",
    condition: "#slot.holding_id = :holding",
    names: { "#slot": holding.slot },
    values: { ":holding": holding.holding_id, ":ttl": hold_ttl },
  });
}

/** Of somebody whose holds have all ended. */
export const removeQuota = ({ pk, sk }: Item): Action => ({ remove: { pk: String(pk), sk: String(sk) } });

/** After the hold expired the slot may belong to another hold: then leave this action out. */
export function clearSlot(holding: Holding): Action {
  return update({
    key: keys.quota(holding.event_id, holding.user_id),
    update: "REMOVE #slot",
    condition: "#slot.holding_id = :holding",
    names: { "#slot": holding.slot },
    values: { ":holding": holding.holding_id },
  });
}
