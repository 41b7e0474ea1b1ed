import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { PaymentId } from "../ids.ts";
import { putPayment } from "../payment/payment.table.ts";
import type { Payment } from "../payment/payment.ts";
import { extendSeatHold } from "../seat/seat.table.ts";
import { type Action, transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { findHolding } from "./get-hold.ts";
import { awaitChallenge, startPaying } from "./hold.table.ts";
import type { Holding } from "./hold.ts";
import { toNetworkHold } from "./network-hold.ts";
import { extendSlot } from "./quota.table.ts";

export type Paying = Extract<Holding, { state: "paying" }>;

/** How long after the gateway's timeout scheduled work checks a payment whose process may have died, in seconds. */
const grace = 5;

/**
 * The pay transition: active -> paying, next attempt, with a new payment and the seats reserved long enough for the
 * gateway to respond; null if the holding changed since it was read. Throws HOLD_EXPIRED if SEAT_HOLD_MAX leaves the
 * gateway too little time.
 */
export async function startPayment(
  core: Core,
  holding: Holding,
  lease: IdempotencyLease | null,
): Promise<Paying | null> {
  const now = core.clock();
  const { PAYMENT_WINDOW, GATEWAY_TIMEOUT } = core.rules;
  const hold_ttl = keepUntil(core, holding, now + PAYMENT_WINDOW);
  if (hold_ttl < now + GATEWAY_TIMEOUT) throw new EventlyError("HOLD_EXPIRED", {});
  const payment_id = await core.ids.next("payment");
  const actions = [
    startPaying(holding, { payment_id, hold_ttl, look_at: now + GATEWAY_TIMEOUT + grace, now }),
    putPayment(describePayment(core, holding, payment_id, now)),
    ...extend(holding, hold_ttl, now),
  ];
  const outcome = await transactIdempotent(core.table, actions, { lease });
  if (!outcome.done) {
    const after = await findHolding(core, holding.holding_id);
    if (after?.state !== "paying" || after.payment_id !== payment_id) return null;
  }
  core.maps.note(holding.event_id, holding.lines, "held", hold_ttl);
  core.unpaidSeats.extend(toNetworkHold(holding), hold_ttl);
  return { ...holding, state: "paying", attempt: holding.attempt + 1, payment_id, hold_ttl, booking_id: null };
}

/**
 * Reserves the seats once for another CHALLENGE_WINDOW seconds during the bank's challenge; does nothing if the attempt
 * was settled meanwhile.
 */
export async function keepForChallenge(core: Core, holding: Paying): Promise<void> {
  const now = core.clock();
  const hold_ttl = keepUntil(core, holding, now + core.rules.CHALLENGE_WINDOW);
  const kept = extend(holding, hold_ttl, now);
  const outcome = await transact(core.table, [
    awaitChallenge(holding, { hold_ttl, look_at: hold_ttl + grace }),
    ...kept,
  ]);
  if (outcome.done) core.unpaidSeats.extend(toNetworkHold(holding), hold_ttl);
}

/**
 * Until when a payment reserves its seats: `wanted` if that is later, but never past SEAT_HOLD_MAX after placing (epoch
 * seconds).
 */
function keepUntil(core: Core, holding: Holding, wanted: number): number {
  const cap = Math.floor(holding.placed_at) + core.rules.SEAT_HOLD_MAX;
  return Math.max(holding.hold_ttl, Math.min(cap, Math.ceil(wanted)));
}

/** The writes that extend the seats and the slot to a later `hold_ttl`; none if they are reserved that long already. */
function extend(holding: Holding, hold_ttl: number, now: number): Action[] {
  if (hold_ttl <= holding.hold_ttl) return [];
  const { event_id, holding_id, lines } = holding;
  return [
    ...lines.map(({ seat }) => extendSeatHold({ event_id, seat_pos: seat, holding_id, hold_ttl, now })),
    extendSlot(holding, hold_ttl),
  ];
}

function describePayment(core: Core, holding: Holding, payment_id: PaymentId, now: number): Payment {
  return {
    payment_id,
    holding_id: holding.holding_id,
    booking_id: null,
    event_id: holding.event_id,
    attempt: holding.attempt + 1,
    amount: holding.total,
    currency: holding.currency,
    gateway: core.gateway.name,
    state: "started",
    log: [{ at: toInstant(now), state: "started" }],
  };
}
