import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { awaitGateway } from "../payment/await-gateway.ts";
import type { PaymentKey } from "../payment/gateway.ts";
import { putPayment } from "../payment/payment.table.ts";
import type { Payment } from "../payment/payment.ts";
import { extendSeatHold } from "../seat/seat.table.ts";
import { type Action, transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { doubtAccount } from "./find-account.ts";
import { findHolding, hasChanged } from "./get-hold.ts";
import { awaitChallenge, startPaying } from "./hold.table.ts";
import type { Holding } from "./hold.ts";
import { toNetworkHold } from "./network-hold.ts";
import { extendSlot } from "./quota.table.ts";
import { toSale } from "./to-sale.ts";

export type Paying = Extract<Holding, { state: "paying" }>;

/** How long after the gateway's timeout scheduled work checks a payment whose process may have died, in seconds. */
const grace = 5;

/**
 * The pay transition: active -> paying, next attempt, with a new payment to `account` that was named at the gateway before, and the
 * seats reserved long enough for the gateway to respond; null if the holding changed since it was read. Throws
 * HOLD_EXPIRED if SEAT_HOLD_MAX leaves the gateway too little time, UNAVAILABLE if the gateway names nothing.
 */
export async function startPayment(
  core: Core,
  actor: Actor,
  holding: Holding,
  { account, lease = null }: { account: string | null; lease?: IdempotencyLease | null },
): Promise<{ holding: Paying; payment: Payment } | null> {
  requireTime(core, holding);
  const prepared = await prepare(core, holding, account);
  const now = core.clock();
  const hold_ttl = requireTime(core, holding);
  const payment = describePayment(core, holding, prepared, now);
  const { payment_id } = payment;
  const actions = [
    startPaying(holding, { payment_id, hold_ttl, look_at: now + core.rules.GATEWAY_TIMEOUT + grace, now }),
    putPayment(payment),
    ...extend(holding, hold_ttl, now),
  ];
  const outcome = await countWritten(core, {
    write: () => transactFor(core.table, accountsOf(actor), actions, { lease }),
    isWritten: () => hasChanged(core, holding, (after) => after.payment_id === payment_id),
    count() {
      core.maps.note(holding.event_id, holding.lines, "held", hold_ttl);
      core.unpaidSeats.extend(toNetworkHold(holding), hold_ttl);
    },
  });
  if (!outcome.done) {
    const after = await findHolding(core, holding.holding_id);
    if (after?.state !== "paying" || after.payment_id !== payment_id) return null;
  }
  const attempt = holding.attempt + 1;
  return { payment, holding: { ...holding, state: "paying", attempt, payment_id, hold_ttl, booking_id: null } };
}

/** Until when a payment that begins now reserves its seats (epoch seconds). Throws HOLD_EXPIRED. */
function requireTime(core: Core, holding: Holding): number {
  const { PAYMENT_WINDOW, GATEWAY_TIMEOUT } = core.rules;
  const now = core.clock();
  const hold_ttl = keepUntil(core, holding, now + PAYMENT_WINDOW);
  if (hold_ttl < now + GATEWAY_TIMEOUT) throw new EventlyError("HOLD_EXPIRED", {});
  return hold_ttl;
}

/** What the gateway named is left there, without money, if the pay transition then fails. */
async function prepare(core: Core, holding: Holding, account: string | null): Promise<PaymentKey> {
  const payment_id = await core.ids.next("payment");
  const input = { payment_id, ...toSale(holding, account) };
  const ending = new AbortController();
  try {
    const { gateway_ref } = await awaitGateway(core, core.gateway.prepare(input, ending.signal));
    return { payment_id, account, gateway_ref };
  } catch (error) {
    doubtAccount(core, account);
    const text = "The bank can't be reached. Your seats are kept, and nothing was charged.";
    throw new EventlyError("UNAVAILABLE", {}, text, { cause: error });
  } finally {
    ending.abort();
  }
}

/**
 * Reserves the seats once for another CHALLENGE_WINDOW seconds during the bank's challenge; does nothing if the attempt
 * was settled meanwhile.
 */
export async function keepForChallenge(core: Core, holding: Paying): Promise<void> {
  const now = core.clock();
  const hold_ttl = keepUntil(core, holding, now + core.rules.CHALLENGE_WINDOW);
  const actions = [awaitChallenge(holding, { hold_ttl, look_at: hold_ttl + grace }), ...extend(holding, hold_ttl, now)];
  await countWritten(core, {
    write: () => transact(core.table, actions),
    isWritten: () =>
      hasChanged(core, holding, (after) => after.payment_id === holding.payment_id && after.hold_ttl === hold_ttl),
    count: () => core.unpaidSeats.extend(toNetworkHold(holding), hold_ttl),
  });
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

function describePayment(core: Core, holding: Holding, prepared: PaymentKey, now: number): Payment {
  return {
    ...prepared,
    holding_id: holding.holding_id,
    booking_id: null,
    event_id: holding.event_id,
    attempt: holding.attempt + 1,
    amount: holding.total,
    currency: holding.currency,
    gateway: core.gateway.name,
    ...{ refunds: [], fee: 0, fee_refunded: 0, disputes: [] },
    state: "started",
    log: [{ at: toInstant(now), state: "started" }],
  };
}
