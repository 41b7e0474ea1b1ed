import type { Booking } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { type IdempotentResponse, transactIdempotent } from "../idempotency/transact-idempotent.ts";
import { tryFinishPayment } from "../payment/finish-payment.ts";
import type { GatewayRecord } from "../payment/gateway.ts";
import { movePayment } from "../payment/payment.table.ts";
import type { PaymentStatus } from "../payment/payment.ts";
import { toInstant } from "../time.ts";
import { bookHolding } from "./book-holding.ts";
import { findHolding } from "./get-hold.ts";
import { endAttempt } from "./hold.table.ts";
import type { HoldingState } from "./hold.ts";
import type { Paying } from "./start-payment.ts";

/** Where an attempt to pay stands once the gateway's word was taken into the table. */
export type Settled =
  | { state: "booked"; booking: Booking }
  | { state: "declined"; reason: string; hold_ttl: number }
  | { state: "lost"; taken: string[] }
  | { state: "challenged"; url: string };

/**
 * Takes the gateway's word for an attempt into the table; `null` where the gateway never heard of it, which ends the
 * attempt. The table decides first, money follows: an attempt that ended here can never confirm, so its payment is voided
 * afterwards, by us or by the reconciler. Used by the buyer's request and by the reconciler alike.
 */
export async function settleAttempt(core: Core, holding: Paying, record: GatewayRecord | null): Promise<Settled> {
  if (record === null) return endWith(core, holding, "voiding", "The bank did not answer in time.");
  if (record.state === "challenged") return awaitAnswer(core, holding, record);
  if (record.state === "declined" || record.state === "voided") {
    return endWith(core, holding, record.state, record.reason ?? "The bank declined.");
  }
  const { booking, ...refused } = await bookHolding(core, holding);
  if (!booking) return abandonAttempt(core, holding, "taken" in refused ? refused.taken : []);
  await tryFinishPayment(core, holding.payment_id);
  return { state: "booked", booking };
}

/** The bank asks its customer; once the seats are no longer kept for that, the attempt ends. */
async function awaitAnswer(core: Core, holding: Paying, record: GatewayRecord): Promise<Settled> {
  if (holding.hold_ttl >= core.clock()) return { state: "challenged", url: record.challenge_url ?? "" };
  return endWith(core, holding, "voiding", "The bank's question was not answered in time.");
}

async function endWith(
  core: Core,
  holding: Paying,
  to: Extract<PaymentStatus, "declined" | "voided" | "voiding">,
  reason: string,
): Promise<Settled> {
  const declined = { state: "declined", reason, hold_ttl: holding.hold_ttl } as const;
  const answer = () => ({ failure: toDeclined(declined).toFailure() });
  const booking = await end(core, holding, "active", to, { answer });
  return booking ? { state: "booked", booking } : declined;
}

/** What the buyer is told of an attempt that was declined. */
export function toDeclined({ reason, hold_ttl }: { reason: string; hold_ttl: number }): EventlyError {
  return new EventlyError("PAYMENT_DECLINED", { reason, expires_at: toInstant(hold_ttl) });
}

async function abandonAttempt(core: Core, holding: Paying, taken: string[]): Promise<Settled> {
  const booking = await end(core, holding, "released", "voiding");
  return booking ? { state: "booked", booking } : { state: "lost", taken };
}

/** Ends the attempt in the table, then sees to its money; answers the booking where the attempt had confirmed after all. */
async function end(
  core: Core,
  holding: Paying,
  state: Extract<HoldingState, "active" | "released">,
  to: PaymentStatus,
  told?: IdempotentResponse,
): Promise<Booking | null> {
  const now = core.clock();
  const owed = to === "voiding" ? { look_at: now } : {};
  const actions = [
    endAttempt(holding, state),
    movePayment(holding.payment_id, { from: ["started"], to, now, ...owed }),
  ];
  const outcome = await transactIdempotent(core, actions, told);
  if (!outcome.done) {
    const after = await findHolding(core, holding.holding_id);
    if (after?.state === "confirmed") return findBooking(core, after.booking_id);
  }
  if (to === "voiding") await tryFinishPayment(core, holding.payment_id);
  return null;
}
