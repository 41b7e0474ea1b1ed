import type { BookingId, PaymentId, SeatId } from "../ids.ts";
import { put, update } from "../table/actions.ts";
import { dueAt, dueMarks, leaseMarks } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { Holding, type HoldingState, type ReleasedBy } from "./hold.ts";

export const toHolding = (item: Item): Holding => Holding.parse(item);

const names = { "#state": "state" };

/** A new hold under an unused id. */
export function putHolding(holding: Holding): Action {
  return put({ put: { ...keys.holding(holding.holding_id), ...holding }, condition: "attribute_not_exists(pk)" });
}

/** active and unchanged since the read, not extended -> extended, with a later `hold_ttl`. */
export function extendHolding(holding: Holding, hold_ttl: number, now: number): Action {
  return update({
    key: keys.holding(holding.holding_id),
    update: "SET hold_ttl = :ttl, #extended = :yes",
    condition: "#state = :active AND #extended = :no AND hold_ttl = :read AND hold_ttl >= :now",
    names: { ...names, "#extended": "extended" },
    values: {
      ":active": "active",
      ":ttl": hold_ttl,
      ":yes": true,
      ":no": false,
      ":read": holding.hold_ttl,
      ":now": now,
    },
  });
}

/**
 * active, unchanged since the read, for the total that its payment was prepared for, and not expired -> paying, next
 * attempt; due at `look_at` in case this process dies.
 */
export function startPaying(
  holding: Holding,
  to: { payment_id: PaymentId; hold_ttl: number; look_at: number; now: number },
): Action {
  const due = dueAt("money", holding.holding_id, to.look_at);
  return update({
    key: keys.holding(holding.holding_id),
    update: `SET #state = :paying, attempt = :next, payment_id = :payment, hold_ttl = :ttl, due_shard = :shard, due_at = :due REMOVE ${leaseMarks}`,
    condition: "#state = :active AND attempt = :attempt AND hold_ttl = :read AND hold_ttl >= :now AND #total = :total",
    names: { ...names, "#total": "total" },
    values: {
      ":active": "active",
      ":paying": "paying",
      ":total": holding.total,
      ":attempt": holding.attempt,
      ":next": holding.attempt + 1,
      ":payment": to.payment_id,
      ":read": holding.hold_ttl,
      ":ttl": to.hold_ttl,
      ":now": to.now,
      ":shard": due.due_shard,
      ":due": due.due_at,
    },
  });
}

/** paying this attempt -> the same, with the seats reserved until `hold_ttl` during the bank's challenge. */
export function awaitChallenge(holding: Holding, to: { hold_ttl: number; look_at: number }): Action {
  return update({
    key: keys.holding(holding.holding_id),
    update: "SET hold_ttl = :ttl, due_at = :due",
    condition: "#state = :paying AND attempt = :attempt AND hold_ttl = :read",
    names,
    values: {
      ":paying": "paying",
      ":attempt": holding.attempt,
      ":read": holding.hold_ttl,
      ":ttl": to.hold_ttl,
      ":due": dueAt("money", holding.holding_id, to.look_at).due_at,
    },
  });
}

/**
 * paying this attempt -> active again (declined) or released (the last one was declined, or others have `taken` seats). The attempt can
 * never confirm afterwards.
 */
export function endAttempt(
  holding: Holding,
  state: Extract<HoldingState, "active" | "released">,
  taken: readonly SeatId[] = [],
): Action {
  const action = {
    key: keys.holding(holding.holding_id),
    condition: "#state = :paying AND attempt = :attempt",
    names,
  } as const;
  const values = { ":state": state, ":paying": "paying", ":attempt": holding.attempt };
  if (taken.length === 0) return update({ ...action, update: `SET #state = :state REMOVE ${dueMarks}`, values });
  return update({
    ...action,
    update: `SET #state = :state, taken = :taken REMOVE ${dueMarks}`,
    values: { ...values, ":taken": taken },
  });
}

/** paying this attempt, or active and not expired if nothing is to be paid -> confirmed as `booking_id`. */
export function confirmHolding(holding: Holding, booking_id: BookingId, now: number): Action {
  const action = {
    key: keys.holding(holding.holding_id),
    update: `SET #state = :confirmed, booking_id = :booking REMOVE ${dueMarks}`,
    names,
  } as const;
  const values = {
    ":confirmed": "confirmed",
    ":from": holding.state,
    ":attempt": holding.attempt,
    ":booking": booking_id,
  };
  const condition = "#state = :from AND attempt = :attempt";
  if (holding.state !== "active") return update({ ...action, condition, values });
  return update({ ...action, condition: `${condition} AND hold_ttl >= :now`, values: { ...values, ":now": now } });
}

/** Where it was placed from is forgotten. */
export const dropNetwork = ({ holding_id }: Pick<Holding, "holding_id">): UpdateAction =>
  update({ key: keys.holding(holding_id), update: "REMOVE network", condition: "attribute_exists(pk)" });

/** active and unchanged since the read -> released, by its holder unless it says by whom; where it came from is of no more use. */
export function releaseHolding(holding: Holding, by?: ReleasedBy): Action {
  const key = keys.holding(holding.holding_id);
  const condition = "#state = :active AND hold_ttl = :read";
  const values = { ":active": "active", ":released": "released", ":read": holding.hold_ttl };
  if (!by) return update({ key, update: "SET #state = :released REMOVE network", condition, names, values });
  return update({
    ...{ key, condition, names },
    update: "SET #state = :released, released_by = :by REMOVE network",
    values: { ...values, ":by": by },
  });
}
