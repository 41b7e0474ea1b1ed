import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { isOnSale, isVisibleTo } from "../event/event.rules.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { EventId } from "../ids.ts";
import { holdSeat } from "../seat/seat.table.ts";
import type { Line } from "../seat/seat.ts";
import { findAlternatives } from "../seat-map/find-alternatives.ts";
import type { Action, Outcome } from "../table/transact.ts";
import type { Actor } from "../user/user.ts";
import type { IndexedLayout } from "../venue/layouts.ts";
import { findHolding, viewHolding } from "./get-hold.ts";
import { putHolding } from "./hold.table.ts";
import type { Holding, HoldingView, PlaceHold } from "./hold.ts";
import { entryIn, fillSlot, isSlotFree, type Slot, slots } from "./quota.table.ts";

/** How long a hold's record is kept after the hold ended, in seconds. */
const kept = 7 * 86_400;

/** How often another slot is tried after a concurrent hold took the chosen one. */
const maxAttempts = 4;

type FailedTransaction = Extract<Outcome, { done: false }>;

/**
 * Holds seats for SEAT_HOLD_TTL seconds, all or none, in one transaction whose conditions decide: every seat is free,
 * the price is as quoted, and the actor has a free slot. Throws EVENT_NOT_FOUND, SALE_CLOSED, INVALID_INPUT (too many),
 * SEAT_NOT_FOUND, SEATS_UNAVAILABLE with the conflicting seats and alternatives, HOLD_LIMIT_REACHED. The hold request
 * is counted in the background.
 */
export async function placeHold(
  core: Core,
  actor: Actor,
  input: PlaceHold,
  lease: IdempotencyLease | null = null,
): Promise<HoldingView> {
  refuseTooMany(core, input);
  const event = await getEventOnSale(core, input.event_id);
  const layout = await core.layouts.get(event.layout_id);
  const lines = quoteSeats(event, layout, input.seats);
  const holding_id = await core.ids.next("holding");
  let slot: Slot = slots[0];
  for (let attempt = 1; ; attempt++) {
    const now = core.clock();
    const holding = startHolding(core, actor, event, lines, { holding_id, slot, now });
    const response = { output: viewHolding(holding, layout, now) };
    const outcome = await transactIdempotent(core.table, placeActions(holding, now), { lease, response });
    const placed = outcome.done ? holding : await findOwn(core, outcome, holding);
    if (placed) {
      core.maps.note(event.event_id, input.seats, "held", placed.hold_ttl);
      core.eventSink({ kind: "hold_won", holding_id, hold_ttl: placed.hold_ttl });
      core.background.run(core.holdRequests.count(event.event_id, { won: true }));
      return viewHolding(placed, layout, now);
    }
    const failure = outcome as FailedTransaction;
    await refuseTaken(core, event, input.seats, failure);
    slot = chooseNextSlot(input.seats, failure, { now, isLast: attempt === maxAttempts });
  }
}

function placeActions(holding: Holding, now: number): Action[] {
  const { event_id, holding_id, hold_ttl, lines } = holding;
  return [
    ...lines.map(({ seat, price }) => holdSeat({ event_id, seat_pos: seat, price, holding_id, hold_ttl, now })),
    putHolding(holding),
    fillSlot(holding, now),
  ];
}

function refuseTooMany(core: Core, { seats }: PlaceHold): void {
  const most = core.rules.MAX_SEATS_PER_HOLD;
  if (seats.length <= most) return;
  throw new EventlyError("INVALID_INPUT", {
    faults: [{ path: "seats", message: `at most ${most} seats in one hold` }],
  });
}

async function getEventOnSale(core: Core, event_id: EventId): Promise<StoredEvent> {
  const event = await core.events.find(event_id);
  if (!event || !isVisibleTo(event, null)) throw new EventlyError("EVENT_NOT_FOUND", {});
  if (isOnSale(event, core.clock())) return event;
  throw new EventlyError("SALE_CLOSED", { sales_start: event.sales_start, sales_end: event.sales_end });
}

/** The quoted price is part of each seat's condition. Throws SEAT_NOT_FOUND. */
function quoteSeats(event: StoredEvent, { indexOf, types }: IndexedLayout, seats: PlaceHold["seats"]): Line[] {
  const unknown = seats.filter((seat) => !indexOf.has(seat));
  if (unknown.length > 0) throw new EventlyError("SEAT_NOT_FOUND", { seats: unknown });
  return seats.map((seat) => {
    const seat_type = types[indexOf.get(seat) ?? -1] ?? "";
    return { seat, seat_type, price: event.seat_type_prices[seat_type] ?? 0 };
  });
}

function startHolding(
  core: Core,
  actor: Actor,
  event: StoredEvent,
  lines: Line[],
  { holding_id, slot, now }: { holding_id: Holding["holding_id"]; slot: Slot; now: number },
): Holding {
  const hold_ttl = Math.ceil(now) + core.rules.SEAT_HOLD_TTL;
  return {
    holding_id,
    event_id: event.event_id,
    user_id: actor.user_id,
    lines,
    total: lines.reduce((sum, { price }) => sum + price, 0),
    currency: event.currency,
    placed_at: now,
    hold_ttl,
    extended: false,
    attempt: 0,
    slot,
    purge_at: hold_ttl + kept,
    state: "active",
    payment_id: null,
    booking_id: null,
    start_time: event.start_time,
    cancellation_policy: event.cancellation_policy,
  };
}

/** A failed condition does not prove a conflict: an earlier send of the same transaction may have succeeded. */
async function findOwn(
  core: Core,
  { ambiguous, failedConditions }: FailedTransaction,
  { holding_id }: Holding,
): Promise<Holding | null> {
  const ours = failedConditions.some(({ item }) => item?.holding_id === holding_id);
  return ambiguous || ours ? findHolding(core, holding_id) : null;
}

/** Throws SEATS_UNAVAILABLE if some of the seats have another hold or booking. */
async function refuseTaken(
  core: Core,
  event: StoredEvent,
  seats: PlaceHold["seats"],
  { failedConditions }: FailedTransaction,
): Promise<void> {
  const taken = seats.filter((_, i) => failedConditions.some(({ index }) => index === i));
  if (taken.length === 0) return;
  core.maps.correct(event.event_id, failedConditions);
  core.eventSink({ kind: "hold_lost" });
  core.background.run(core.holdRequests.count(event.event_id, { won: false }));
  throw new EventlyError("SEATS_UNAVAILABLE", {
    seats: taken,
    alternatives: await findAlternatives(core, event, seats),
  });
}

/** Chooses the other slot if only the first one was taken. Throws HOLD_LIMIT_REACHED if both are. */
function chooseNextSlot(
  seats: PlaceHold["seats"],
  { failedConditions }: FailedTransaction,
  { now, isLast }: { now: number; isLast: boolean },
): Slot {
  const quota = failedConditions.find(({ index }) => index > seats.length)?.item ?? null;
  const free = slots.find((slot) => isSlotFree(quota, slot, now));
  if (free && !isLast) return free;
  throw new EventlyError("HOLD_LIMIT_REACHED", {
    holdings: slots.flatMap((slot) => entryIn(quota, slot)?.holding_id ?? []),
  });
}
