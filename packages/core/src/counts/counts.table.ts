import { randomUUID } from "node:crypto";
import type { EventId } from "../ids.ts";
import { apportion } from "../money/apportion.ts";
import type { Line } from "../seat/seat.ts";
import { dynamicUpdate, remove } from "../table/actions.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import type { Cancellation, Counts } from "./counts.ts";

/** Counters by attribute name, identical on EVENT and on its counter shards; zeros are omitted. */
export type Tally = Record<string, number>;

const whole = [
  ...["total_bookings", "total_cancellations", "hold_attempts", "holds_placed"],
  ...["counter_sales", "booking_changes", "refunds"],
  ...["reservations", "reservations_lapsed", "seats_reserved"],
  ...["seats_sold", "comps", "seats_blocked", "gross", "refunded"],
] as const;
/** No figures of a sale: what `toCancellation` is made of. */
const owed = ["called_off", "called_off_refunded", "called_off_failed", "reservations_paid"] as const;
const perType = ["seats_sold", "revenue"] as const;
const ofType = (name: (typeof perType)[number], seat_type: string) => `${name}:${seat_type}`;
const isCounter = (name: string): boolean =>
  [...whole, ...owed].some((counter) => counter === name) || perType.some((counter) => name.startsWith(`${counter}:`));

/** The sum of the counters of one or more items. */
export function readTally(...items: (Item | null)[]): Tally {
  const tally: Tally = {};
  for (const item of items) {
    for (const [name, value] of Object.entries(item ?? {}))
      if (isCounter(name)) tally[name] = (tally[name] ?? 0) + Number(value);
  }
  return withoutZeros(tally);
}

const withoutZeros = (tally: Tally): Tally => Object.fromEntries(Object.entries(tally).filter(([, n]) => n !== 0));

export function toCounts(tally: Tally): Counts {
  const types = Object.keys(tally).flatMap((name) => (name.includes(":") ? [name.slice(name.indexOf(":") + 1)] : []));
  const wholes = Object.fromEntries(whole.map((name) => [name, tally[name] ?? 0])) as Record<
    (typeof whole)[number],
    number
  >;
  const by_seat_type = [...new Set(types)].toSorted().map((type) => {
    const seats_sold = tally[ofType("seats_sold", type)] ?? 0;
    return [type, { seats_sold, revenue: tally[ofType("revenue", type)] ?? 0 }] as const;
  });
  return { ...wholes, by_seat_type: Object.fromEntries(by_seat_type) };
}

/** How many bookings have not ended: those sold, and those reserved on invoice. */
export const countOpen = (tally: Tally): number => {
  const { total_bookings = 0, total_cancellations = 0 } = tally;
  const { reservations = 0, reservations_lapsed = 0, reservations_paid = 0 } = tally;
  return total_bookings - total_cancellations + reservations - reservations_lapsed - reservations_paid;
};

/** `isDead`: nobody cancels what is left of a called-off event until an operator retries it. */
export function toCancellation(tally: Tally, isDead: boolean): Cancellation {
  const { called_off = 0, called_off_refunded = 0, called_off_failed = 0 } = tally;
  const open = countOpen(tally);
  return {
    total: called_off + open,
    refunded: called_off_refunded,
    failed: called_off_failed + (isDead ? open : 0),
  };
}

/** A booking as far as it is counted; amounts in the minor unit. */
type Sale = {
  lines: readonly Line[];
  total: number;
  /** What of the total was given back. */
  refunded?: number | undefined;
  refunds?: readonly unknown[] | undefined;
  counter?: "cash" | "comp" | undefined;
  /** Those that the house kept until they were sold. */
  from_blocks?: readonly string[] | undefined;
};

const keptBefore = ({ from_blocks = [] }: Pick<Sale, "from_blocks">): number => from_blocks.length;

export function tallyBooking(booking: Sale): Tally {
  const counter_sales = booking.counter ? 1 : 0;
  const whole = { total_bookings: 1, counter_sales, seats_blocked: -keptBefore(booking), gross: booking.total };
  return sumTallies(whole, tallySeats(booking, 1), tallyRevenue(booking, 1));
}

/** Seats reserved on invoice are no booking yet. */
export const tallyReservation = ({ lines }: Pick<Sale, "lines">): Tally => ({
  reservations: 1,
  seats_reserved: lines.length,
});

/** They are one once they are paid for. */
export const tallyPaid = (booking: Sale): Tally =>
  sumTallies({ seats_reserved: -booking.lines.length, reservations_paid: 1 }, tallyBooking(booking));

/** And never one if they are not. */
export const tallyLapse = ({ lines }: Pick<Sale, "lines">): Tally => ({
  reservations_lapsed: 1,
  seats_reserved: -lines.length,
});

/** `after` states what was given back: each seat type's revenue goes with its seats, but for what the seller keeps. */
export function tallyCancellation(before: Sale, after: Sale): Tally {
  const whole = { total_cancellations: 1, seats_blocked: keptBefore(before) };
  return sumTallies(whole, tallySeats(before, -1), tallyRefund(before, after));
}

/** A called-off event ended a booking, whose money is back at once where nothing was owed. */
export const tallyCalledOff = (isRefunded: boolean): Tally =>
  withoutZeros({ called_off: 1, called_off_refunded: isRefunded ? 1 : 0 });

/** Its money is back, after its refund had been dead or not. */
export const tallyRefunded = (wasDead: boolean): Tally =>
  withoutZeros({ called_off_refunded: 1, called_off_failed: wasDead ? -1 : 0 });

/** Its refund is dead; -1: it was revived. */
export const tallyDead = (by: 1 | -1): Tally => ({ called_off_failed: by });

/** A booking has other lines, or fewer. */
export function tallyChange(before: Sale, after: Sale): Tally {
  const whole = { booking_changes: 1, seats_blocked: keptBefore(before) - keptBefore(after) };
  return sumTallies(whole, tallySeats(before, -1), tallySeats(after, 1), tallyRefund(before, after));
}

/** Money alone: what was given back, and what each seat type brings now. */
export function tallyRefund(before: Sale, after: Sale): Tally {
  const refunds = (after.refunds?.length ?? 0) - (before.refunds?.length ?? 0);
  const refunded = (after.refunded ?? 0) - (before.refunded ?? 0);
  return sumTallies({ refunds, refunded }, tallyRevenue(before, -1), tallyRevenue(after, 1));
}

/**
 * What a booking brings by seat type: what was not given back, in proportion to the prices of the seats that it has, or had when it was
 * cancelled.
 */
export function revenueByType({ lines, total, refunded = 0 }: Pick<Sale, "lines" | "total" | "refunded">) {
  const shares = apportion(
    total - refunded,
    lines.map(({ price }) => price),
  );
  const revenue = new Map<string, number>();
  for (const [i, { seat_type }] of lines.entries())
    revenue.set(seat_type, (revenue.get(seat_type) ?? 0) + (shares[i] ?? 0));
  return [...revenue].filter(([, amount]) => amount !== 0);
}

export function sumTallies(...tallies: Tally[]): Tally {
  const sum: Tally = {};
  for (const [name, count] of tallies.flatMap(Object.entries<number>)) sum[name] = (sum[name] ?? 0) + count;
  return withoutZeros(sum);
}

function tallySeats({ lines, counter }: Sale, sign: 1 | -1): Tally {
  const whole = { seats_sold: sign * lines.length, comps: counter === "comp" ? sign * lines.length : 0 };
  return sumTallies(whole, ...lines.map(({ seat_type }) => ({ [ofType("seats_sold", seat_type)]: sign })));
}

const tallyRevenue = (sale: Sale, sign: 1 | -1): Tally =>
  Object.fromEntries(revenueByType(sale).map(([type, amount]) => [ofType("revenue", type), sign * amount]));

/**
 * Adds to a counter shard. In the transaction of the change that it counts, it happens exactly as often. `now` is in
 * epoch seconds. `last_write` is unique per write, so an unchanged value means an unchanged shard.
 */
export function addToShard(shard: Key, tally: Tally, now: number): UpdateAction {
  const { add, names, values } = addExpression(tally);
  return dynamicUpdate({
    key: shard,
    update: `SET touched_at = :now, last_write = :write ${add}`,
    names,
    values: { ...values, ":now": now, ":write": randomUUID() },
  });
}

/** Hold requests since the last batch and how many of them succeeded; a process numbers its batches from 1. */
export type HoldBatch = { sequence: number; hold_attempts: number; holds_placed: number; requested_at: number };

/**
 * Counts a batch once however often it is sent: the batch number also catches a retry after the engine has forgotten
 * the request token.
 */
export function addHoldRequests(shard: Key, batch: HoldBatch, now: number): UpdateAction {
  const { hold_attempts, holds_placed, sequence, requested_at } = batch;
  const action = addToShard(shard, withoutZeros({ hold_attempts, holds_placed }), now);
  return dynamicUpdate({
    ...action,
    update: action.update.replace("SET ", "SET batch_number = :sequence, last_hold_at = :requested, "),
    condition: "attribute_not_exists(batch_number) OR batch_number < :sequence",
    values: { ...action.values, ":sequence": sequence, ":requested": requested_at },
  });
}

/**
 * Moves the counts that were read from at most 99 counter shards to their event, provided no shard was written since: a
 * second roll-up of the same read, or a retry, would otherwise count twice on EVENT and leave the shards below zero.
 */
export function rollUpShards(event_id: EventId, shards: Item[], now: number): Action[] {
  const { add, names, values } = addExpression(readTally(...shards));
  return [
    dynamicUpdate({ key: keys.event(event_id), update: add, condition: "attribute_exists(pk)", names, values }),
    ...shards.map((shard) => takeFromShard(shard, now)),
  ];
}

/** Removes the counters, not only their values: a shard that kept one of each seat type would make every sale dearer. */
function takeFromShard(shard: Item, now: number): UpdateAction {
  const counters = Object.keys(shard).filter(isCounter);
  return dynamicUpdate({
    key: keyOf(shard),
    update: `SET touched_at = :now, last_write = :write REMOVE ${counters.map((_, i) => `#count${i}`).join(", ")}`,
    condition: asRead,
    names: Object.fromEntries(counters.map((name, i) => [`#count${i}`, name])),
    values: { ":now": now, ":write": randomUUID(), ...readAs(shard) },
  });
}

/** Removes a counter shard that was read as empty. */
export function removeShard(shard: Item): Action {
  return remove({ remove: keyOf(shard), condition: asRead, values: readAs(shard) });
}

const asRead = "last_write = :read";
const readAs = (shard: Item) => ({ ":read": String(shard.last_write) });
const keyOf = (shard: Item): Key => ({ pk: String(shard.pk), sk: String(shard.sk) });

function addExpression(tally: Tally): { add: string; names: Record<string, string>; values: Item } {
  const names = Object.keys(tally);
  return {
    add: `ADD ${names.map((_, i) => `#count${i} :count${i}`).join(", ")}`,
    names: Object.fromEntries(names.map((name, i) => [`#count${i}`, name])),
    values: Object.fromEntries(names.map((name, i) => [`:count${i}`, tally[name]])),
  };
}
