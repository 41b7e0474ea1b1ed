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
import { extendSlot } from "./quota.table.ts";

export type Paying = Extract<Holding, { state: "paying" }>;

/** How much later than the gateway's own limit the reconciler looks at a payment whose process may have died, seconds. */
const grace = 5;

/**
 * The pay transition: active -> paying its next attempt, with a payment of its own, the seats kept long enough for the
 * gateway to answer; null where the holding no longer stands as it was read. Throws HOLD_EXPIRED where the hard cap leaves
 * the gateway too little time.
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
  core.maps.note(
    holding.event_id,
    holding.lines.map(({ seat }) => seat),
    "held",
    hold_ttl,
  );
  return { ...holding, state: "paying", attempt: holding.attempt + 1, payment_id, hold_ttl, booking_id: null };
}

/** Keeps the seats CHALLENGE_WINDOW seconds more, once, while the bank asks its customer; what was settled meanwhile stays. */
export async function keepForChallenge(core: Core, holding: Paying): Promise<void> {
  const now = core.clock();
  const hold_ttl = keepUntil(core, holding, now + core.rules.CHALLENGE_WINDOW);
  const kept = extend(holding, hold_ttl, now);
  await transact(core.table, [awaitChallenge(holding, { hold_ttl, look_at: hold_ttl + grace }), ...kept]);
}

/** Until when a payment keeps its seats: to `wanted` where that is later, never prolonged past SEAT_HOLD_MAX from the placing (epoch seconds). */
function keepUntil(core: Core, holding: Holding, wanted: number): number {
  const cap = Math.floor(holding.placed_at) + core.rules.SEAT_HOLD_MAX;
  return Math.max(holding.hold_ttl, Math.min(cap, Math.ceil(wanted)));
}

/** The writes that keep seats and slot until a later `hold_ttl`; none where they are kept that long already. */
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
