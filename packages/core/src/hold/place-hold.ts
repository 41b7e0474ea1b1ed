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
import { findHolding, viewHolding } from "./get-hold.ts";
import { putHolding } from "./hold.table.ts";
import type { Holding, HoldingView, PlaceHold } from "./hold.ts";
import { entryIn, fillSlot, isSlotFree, type Slot, slots } from "./quota.table.ts";

/** How long the record of a hold is kept after it ended, seconds. */
const kept = 7 * 86_400;

/** How often a slot that another hold took meanwhile is chosen anew. */
const maxAttempts = 4;

type FailedOutcome = Extract<Outcome, { done: false }>;

/**
 * Holds seats for SEAT_HOLD_TTL seconds, all or none, in one transaction whose conditions decide: every seat free, the
 * price as quoted, a slot of the actor's quota free. Throws EVENT_NOT_FOUND, SALE_CLOSED, INVALID_INPUT (too many),
 * SEAT_NOT_FOUND, SEATS_UNAVAILABLE with the seats that stood in the way and alternatives, HOLD_LIMIT_REACHED.
 * The request is counted in the background.
 */
export async function placeHold(
  core: Core,
  actor: Actor,
  input: PlaceHold,
  lease: IdempotencyLease | null = null,
): Promise<HoldingView> {
  refuseTooMany(core, input);
  const event = await getEventOnSale(core, input.event_id);
  const lines = await quoteSeats(core, event, input.seats);
  const holding_id = await core.ids.next("holding");
  let slot: Slot = slots[0];
  for (let attempt = 1; ; attempt++) {
    const now = core.clock();
    const holding = startHolding(core, actor, event, lines, { holding_id, slot, now });
    const response = { output: viewHolding(holding, now) };
    const outcome = await transactIdempotent(core.table, placeActions(holding, now), { lease, response });
    const placed = outcome.done ? holding : await findOwn(core, outcome, holding);
    if (placed) {
      core.maps.note(event.event_id, input.seats, "held", placed.hold_ttl);
      core.eventSink({ kind: "hold_won", holding_id, hold_ttl: placed.hold_ttl });
      core.background.run(core.holdRequests.count(event.event_id, { won: true }));
      return viewHolding(placed, now);
    }
    const failed = outcome as FailedOutcome;
    await refuseTaken(core, event, input.seats, failed);
    slot = chooseNextSlot(input.seats, failed, { now, isLast: attempt === maxAttempts });
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

/** The price that the holder agrees to now is the one that the seat's condition asks for. Throws SEAT_NOT_FOUND. */
async function quoteSeats(core: Core, event: StoredEvent, seats: PlaceHold["seats"]): Promise<Line[]> {
  const { indexOf, types } = await core.layouts.get(event.layout_id);
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
  };
}

/** A refusal is not proof that we lost: an earlier send of the same transaction may stand in its own way. */
async function findOwn(
  core: Core,
  { ambiguous, failedConditions }: FailedOutcome,
  { holding_id }: Holding,
): Promise<Holding | null> {
  const ours = failedConditions.some(({ item }) => item?.holding_id === holding_id);
  return ambiguous || ours ? findHolding(core, holding_id) : null;
}

/** Throws SEATS_UNAVAILABLE where another hold or booking has some of the seats. */
async function refuseTaken(
  core: Core,
  event: StoredEvent,
  seats: PlaceHold["seats"],
  { failedConditions }: FailedOutcome,
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

/** The other slot where only the first was in the way. Throws HOLD_LIMIT_REACHED where that is filled too. */
function chooseNextSlot(
  seats: PlaceHold["seats"],
  { failedConditions }: FailedOutcome,
  { now, isLast }: { now: number; isLast: boolean },
): Slot {
  const quota = failedConditions.find(({ index }) => index > seats.length)?.item ?? null;
  const free = slots.find((slot) => isSlotFree(quota, slot, now));
  if (free && !isLast) return free;
  throw new EventlyError("HOLD_LIMIT_REACHED", {
    holdings: slots.flatMap((slot) => entryIn(quota, slot)?.holding_id ?? []),
  });
}
