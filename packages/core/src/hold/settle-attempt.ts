import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease, IdempotentResponse } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { SeatId } from "../ids.ts";
import { tryFinishPayment } from "../payment/finish-payment.ts";
import type { GatewayRecord } from "../payment/gateway.ts";
import { endPayment, startVoiding } from "../payment/payment.table.ts";
import type { Payment, PaymentStatus } from "../payment/payment.ts";
import { releaseSeat } from "../seat/seat.table.ts";
import type { Action } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import type { Contact } from "../user/user.ts";
import { bookHolding, type SettlementResult } from "./book-holding.ts";
import { findHolding, hasChanged } from "./get-hold.ts";
import { isExpired, mostAttempts } from "./hold.rules.ts";
import { endAttempt } from "./hold.table.ts";
import type { HoldingState } from "./hold.ts";
import { toNetworkHold } from "./network-hold.ts";
import { clearSlot } from "./quota.table.ts";
import type { Paying } from "./start-payment.ts";

/** A holding that is paying, with which payment, and for whom. */
export type Attempt = { holding: Paying; payment: Payment; buyer: Contact; lease?: IdempotencyLease | null };

/**
 * Applies the gateway's state of an attempt to the table; `null` means the gateway has no record of it, which ends the
 * attempt, as does one that was only prepared. The table decides first and the money follows: an attempt ended here can never confirm, so its payment is
 * voided afterwards. Capturing a booking's payment is left to the caller, the buyer's request or scheduled work.
 */
export async function settleAttempt(
  core: Core,
  { holding, payment, buyer, lease = null }: Attempt,
  record: GatewayRecord | null,
): Promise<SettlementResult> {
  const settlement = { core, holding, payment, lease };
  if (record === null || record.state === "prepared")
    return decline(settlement, "voiding", "The bank did not answer in time.");
  if (record.state === "challenged") return awaitCustomer(settlement, record);
  if (record.state === "declined" || record.state === "voided") {
    return decline(settlement, record.state, record.reason ?? "The bank declined.");
  }
  const result = await bookHolding(core, holding, buyer);
  if (result.state === "booked") return result;
  return (await end(settlement, "released", "voiding", { taken: result.taken })) ?? result;
}

type Settlement = { core: Core; holding: Paying; payment: Payment; lease: IdempotencyLease | null };

/** Waits for the bank's challenge; once the seats are no longer reserved for it, the attempt ends. */
async function awaitCustomer(settlement: Settlement, { next_action }: GatewayRecord): Promise<SettlementResult> {
  const { core, holding, payment } = settlement;
  if (holding.hold_ttl < core.clock())
    return decline(settlement, "voiding", "The bank's question was not answered in time.");
  if (!next_action) throw new Error(`${payment.payment_id} is challenged, and the gateway does not say how`);
  return { state: "challenged", next_action };
}

/** The last attempt that a hold allows also releases it, so that nobody tries cards on seats that others want. */
async function decline(
  settlement: Settlement,
  to: Extract<PaymentStatus, "declined" | "voided" | "voiding">,
  reason: string,
): Promise<SettlementResult> {
  const { core, holding } = settlement;
  const attempts_left = Math.max(0, mostAttempts - holding.attempt);
  const isLast = attempts_left === 0;
  const hold_ttl = isLast ? Math.min(holding.hold_ttl, Math.floor(core.clock())) : holding.hold_ttl;
  const declined = { state: "declined", reason, hold_ttl, attempts_left } as const;
  const ending = { failure: toDeclined(declined).toFailure() };
  const freed = isLast ? freeSeats(core, holding) : [];
  const booked = await end(settlement, isLast ? "released" : "active", to, { response: ending, freed });
  return booked ?? declined;
}

/** After hold_ttl others may have the seats and the slot. */
function freeSeats(core: Core, holding: Paying): Action[] {
  if (isExpired(holding, core.clock())) return [];
  const { event_id, holding_id, lines } = holding;
  return [...lines.map(({ seat }) => releaseSeat({ event_id, seat_pos: seat, holding_id })), clearSlot(holding)];
}

/** The error for the buyer of a declined attempt. */
export function toDeclined({ reason, hold_ttl, attempts_left }: Declined): EventlyError {
  const details = { reason, expires_at: toInstant(hold_ttl), attempts_left };
  if (attempts_left > 0) return new EventlyError("PAYMENT_DECLINED", details);
  const text = "The payment was declined and nothing was charged. It was the last try: your seats were released.";
  return new EventlyError("PAYMENT_DECLINED", details, text);
}

type Declined = Pick<Extract<SettlementResult, { state: "declined" }>, "reason" | "hold_ttl" | "attempts_left">;

type Ending = { response?: IdempotentResponse; freed?: Action[]; taken?: readonly SeatId[] };

/**
 * Ends the attempt in the table, then voids or refunds its payment; returns the booking if the attempt had confirmed
 * after all. `freed` is left out where others have the seats by now.
 */
async function end(
  { core, holding, payment, lease }: Settlement,
  state: Extract<HoldingState, "active" | "released">,
  to: PaymentStatus,
  { response, freed = [], taken = [] }: Ending = {},
): Promise<SettlementResult | null> {
  const { payment_id } = holding;
  const now = core.clock();
  const actions = [
    endAttempt(holding, state, taken),
    to === "voiding" ? startVoiding(payment_id, now) : endPayment(payment_id, { from: "started", to, now }),
  ];
  const tryToEnd = (freed: Action[]) =>
    countWritten(core, {
      write: () => transactIdempotent(core.table, [...actions, ...freed], { lease, response }),
      isWritten: () => hasChanged(core, holding, (after) => after.state === state && after.attempt === holding.attempt),
      count: () => countEnd(core, holding, { isFreed: freed.length > 0, isDeclined: to !== "voiding" }),
    });
  let outcome = await tryToEnd(freed);
  if (!outcome.done && outcome.failedConditions.every(({ index }) => index >= actions.length))
    outcome = await tryToEnd([]);
  if (!outcome.done) {
    const after = await findHolding(core, holding.holding_id);
    const booking = after?.state === "confirmed" ? await findBooking(core, after.booking_id) : null;
    if (booking) return { state: "booked", booking, isNew: false };
  }
  if (to === "voiding") await tryFinishPayment(core, payment_id, outcome.done ? { ...payment, state: to } : undefined);
  return null;
}

function countEnd(
  core: Core,
  holding: Paying,
  { isFreed, isDeclined }: { isFreed: boolean; isDeclined: boolean },
): void {
  const { event_id, lines, network, user_id } = holding;
  if (isFreed) {
    core.maps.note(event_id, lines, "available", null);
    core.unpaidSeats.release(toNetworkHold(holding));
  }
  if (isDeclined && network) core.declines.count({ network, user_id });
}
