import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { EventlyError } from "../errors.ts";
import { isOnSale, isVisibleTo } from "../event/event.rules.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findTerms, isSellerSuspended } from "../event/find-seller.ts";
import type { SellerTerms } from "../event/policy.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { EventId } from "../ids.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import type { Reservation } from "../network/unpaid-seats.ts";
import { holdSeat, isOutpriced } from "../seat/seat.table.ts";
import type { Line } from "../seat/seat.ts";
import { findAlternatives } from "../seat-map/find-alternatives.ts";
import type { Action, Outcome } from "../table/transact.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { findHolding, hasChanged, viewHolding } from "./get-hold.ts";
import { putHolding } from "./hold.table.ts";
import type { Holding, HoldingView, PlaceHold } from "./hold.ts";
import { entryIn, fillSlot, isSlotFree, type Slot, slots } from "./quota.table.ts";
import { reserveSeats } from "./reserve-seats.ts";

/** How long a hold's record is kept after the hold ended, in seconds. */
const kept = 7 * 86_400;

/** How often another slot is tried after a concurrent hold took the chosen one. */
const maxAttempts = 4;

/** How often the event is read anew after a seat was met that has later prices. */
const maxQuotes = 5;

type FailedTransaction = Extract<Outcome, { done: false }>;

/** What an event asks for seats, under which terms, and the layout that names them. */
type Quote = { event: StoredEvent; layout: IndexedLayout; lines: Line[]; terms: SellerTerms | null };

/**
 * Holds seats for SEAT_HOLD_TTL seconds, all or none, in one transaction whose conditions decide: every seat is free
 * and has met no later prices than those quoted, and the actor has a free slot. A quote from before a change of prices
 * is made anew. Throws EVENT_NOT_FOUND, SALE_CLOSED, INVALID_INPUT (too many), SEAT_NOT_FOUND, SEATS_UNAVAILABLE with
 * the conflicting seats and alternatives, HOLD_LIMIT_REACHED, NETWORK_LIMIT. The hold request is counted in the background.
 */
export async function placeHold(
  core: Core,
  actor: Actor,
  input: PlaceHold,
  lease: IdempotencyLease | null = null,
): Promise<HoldingView> {
  refuseTooMany(core, input);
  const quote = await quoteSeats(core, input);
  const reservation = await reserveSeats(core, actor, quote.event, input.seats.length);
  try {
    const { placed, layout } = await hold(core, actor, { input, quote, lease, reservation });
    return viewHolding(placed, layout, placed.placed_at);
  } finally {
    reservation.close();
  }
}

type Request = { input: PlaceHold; quote: Quote; lease: IdempotencyLease | null; reservation: Reservation };

async function hold(
  core: Core,
  actor: Actor,
  { input, quote: first, lease, reservation }: Request,
): Promise<{ placed: Holding; layout: IndexedLayout }> {
  let quote = first;
  const holding_id = await core.ids.next("holding");
  let slot: Slot = slots[0];
  let quotes = 1;
  for (let attempt = 1; ; ) {
    const now = core.clock();
    const holding = startHolding(core, actor, quote, { holding_id, slot, now });
    const response = { output: viewHolding(holding, quote.layout, now) };
    const actions = placeActions(holding, quote.event.price_revision, now);
    const outcome = await countWritten(core, {
      write: async () =>
        suspectOwn(await transactFor(core.table, accountsOf(actor), actions, { lease, response }), holding),
      isWritten: () => hasChanged(core, holding, ({ state }) => state === "active"),
      count() {
        reservation.keep(holding.hold_ttl);
        announce(core, holding);
      },
    });
    const placed = outcome.done ? holding : outcome.ambiguous ? await findHolding(core, holding_id) : null;
    if (placed) return { placed, layout: quote.layout };
    const failure = outcome as FailedTransaction;
    if (await isQuotedLate(core, quote, failure, now)) {
      if (quotes++ === maxQuotes) throw new EventlyError("UNAVAILABLE", {});
      core.events.forget(input.event_id);
      quote = await quoteSeats(core, input);
    } else slot = chooseNextSlot(input.seats, failure, { now, isLast: attempt++ === maxAttempts });
  }
}

function announce(core: Core, { event_id, holding_id, lines, hold_ttl }: Holding): void {
  core.maps.note(event_id, lines, "held", hold_ttl);
  core.eventSink({ kind: "hold_won", holding_id, hold_ttl });
  core.background.run(core.holdRequests.count(event_id, { won: true }));
}

function placeActions(holding: Holding, price_revision: number, now: number): Action[] {
  const { event_id, holding_id, hold_ttl, lines } = holding;
  const hold = { event_id, holding_id, hold_ttl, price_revision, now };
  return [
    ...lines.map(({ seat, price }) => holdSeat({ ...hold, seat_pos: seat, price })),
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
  if (!event || !isVisibleTo(event, null) || (await isSellerSuspended(core, event)))
    throw new EventlyError("EVENT_NOT_FOUND", {});
  if (isOnSale(event, core.clock())) return event;
  throw new EventlyError("SALE_CLOSED", { sales_start: event.sales_start, sales_end: event.sales_end });
}

/** At the event's prices and under its seller's terms, which are at most 2 s old. Throws EVENT_NOT_FOUND, SALE_CLOSED, SEAT_NOT_FOUND. */
async function quoteSeats(core: Core, { event_id, seats }: PlaceHold): Promise<Quote> {
  const event = await getEventOnSale(core, event_id);
  const [layout, terms] = await Promise.all([core.layouts.get(event.layout_id), findTerms(core, event)]);
  const { indexOf, types } = layout;
  const unknown = seats.filter((seat) => !indexOf.has(seat));
  if (unknown.length > 0) throw new EventlyError("SEAT_NOT_FOUND", { seats: unknown });
  const lines = seats.map((seat) => {
    const seat_type = types[indexOf.get(seat) ?? -1] ?? "";
    return { seat, seat_type, price: event.seat_type_prices[seat_type] ?? 0 };
  });
  return { event, layout, lines, terms };
}

function startHolding(
  core: Core,
  actor: Actor,
  { event, lines, terms }: Quote,
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
    terms,
    ...(actor.network ? { network: actor.network } : {}),
  };
}

/** A failed condition does not prove a conflict: an earlier send of the same transaction may have succeeded. */
function suspectOwn(outcome: Outcome, { holding_id }: Holding): Outcome {
  if (outcome.done || !outcome.failedConditions.some(({ item }) => item?.holding_id === holding_id)) return outcome;
  return { ...outcome, ambiguous: true };
}

/**
 * Whether no seat is taken, but some have met later prices than those quoted. Throws SEATS_UNAVAILABLE if some of the
 * seats have another hold or booking.
 */
async function isQuotedLate(
  core: Core,
  { event, lines }: Quote,
  { failedConditions }: FailedTransaction,
  now: number,
): Promise<boolean> {
  const seats = lines.map(({ seat }) => seat);
  const refused = failedConditions.filter(({ index }) => index < seats.length);
  const { price_revision } = event;
  const taken = refused.filter(({ item }) => !isOutpriced(item, { price_revision, now }));
  if (taken.length === 0) return refused.length > 0;
  core.maps.correct(event.event_id, failedConditions);
  core.eventSink({ kind: "hold_lost" });
  core.background.run(core.holdRequests.count(event.event_id, { won: false }));
  throw new EventlyError("SEATS_UNAVAILABLE", {
    seats: taken.flatMap(({ index }) => seats[index] ?? []),
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
