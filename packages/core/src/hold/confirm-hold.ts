import type { BookingView } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { viewBooking, viewNewBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { isWithdrawn } from "../event/event.rules.ts";
import { isSellerSuspended } from "../event/find-seller.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { BookingId, HoldingId, SeatId } from "../ids.ts";
import { awaitGateway } from "../payment/await-gateway.ts";
import { readPayment, requireGateway, tryFinishPayment } from "../payment/finish-payment.ts";
import { type GatewayRecord, keyOf, type PaymentKey } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import { findAlternatives } from "../seat-map/find-alternatives.ts";
import { findContact } from "../user/find-contacts.ts";
import type { Actor, Contact } from "../user/user.ts";
import { beginAttempt } from "./begin-attempt.ts";
import { bookHolding, type SettlementResult } from "./book-holding.ts";
import { toEnded } from "./end-hold.ts";
import { doubtAccount, findAccount } from "./find-account.ts";
import { getOwnHolding } from "./get-hold.ts";
import { isExpired } from "./hold.rules.ts";
import type { CardPayment, Holding, PendingConfirmation } from "./hold.ts";
import { requireCards } from "./require-cards.ts";
import { settleAttempt, toDeclined } from "./settle-attempt.ts";
import { keepForChallenge, type Paying, startPayment } from "./start-payment.ts";

/** How often a hold is read again after another request changed it between our read and our write. */
const maxAttempts = 3;

type Started = { holding: Paying; payment: Payment };
type Confirmation = { core: Core; actor: Actor; buyer: Contact; lease: IdempotencyLease | null };

/**
 * Pays for a hold and books its seats. Idempotent: a repeated call returns the same booking and charges nothing.
 * Returns a pending confirmation if the bank challenges its customer first; call it again afterwards. Throws
 * HOLDING_NOT_FOUND, HOLD_EXPIRED, SALE_CLOSED (the event is being cancelled, or was withdrawn), INVALID_INPUT (no payment, or a card
 * where its seller takes none), PAYMENTS_NOT_READY (its seller can't be paid by card; the hold stays),
 * PAYMENT_DECLINED (the hold stays open, unless it was the last attempt), PAYMENT_IN_PROGRESS, SEATS_UNAVAILABLE (the payment is voided),
 * NETWORK_LIMIT, SUSPENDED, UNAVAILABLE (outcome unknown; scheduled work finishes it).
 */
export async function confirmHold(
  core: Core,
  actor: Actor,
  input: { holding_id: HoldingId; payment?: CardPayment | undefined },
  lease: IdempotencyLease | null = null,
): Promise<BookingView | PendingConfirmation> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const [holding, buyer] = await Promise.all([
      getOwnHolding(core, actor, input.holding_id),
      findContact(core.table, actor.user_id),
    ]);
    const confirmation = { core, actor, buyer, lease };
    if (holding.state === "confirmed") return viewConfirmed(core, actor, holding.booking_id);
    if (holding.state === "paying") return resume(confirmation, holding);
    if (holding.state === "released" && holding.taken) throw await toLost(core, holding, holding.taken);
    if (holding.state === "released" || isExpired(holding, core.clock())) throw toEnded(holding);
    await refuseClosedSale(core, holding);
    if (holding.total === 0) return bookFree(confirmation, holding);
    if (!input.payment) {
      throw new EventlyError("INVALID_INPUT", {
        faults: [{ path: "payment", message: "these seats are not free: a payment is needed" }],
      });
    }
    await requireCards(core, holding);
    const account = await findAccount(core, holding);
    const ended = await beginAttempt(core, holding);
    try {
      const paying = await startPayment(core, actor, holding, { account, lease });
      if (paying) return await pay(confirmation, paying, input.payment.token);
    } finally {
      ended();
    }
  }
  throw new EventlyError("UNAVAILABLE", {});
}

async function pay(
  confirmation: Confirmation,
  paying: Started,
  token: string,
): Promise<BookingView | PendingConfirmation> {
  const { core } = confirmation;
  const record = await authorize(core, paying.payment, token);
  if (record?.state === "challenged") await keepForChallenge(core, paying.holding);
  return answerOf(confirmation, paying, await settleAttempt(core, { ...confirmation, ...paying }, record));
}

async function viewConfirmed(core: Core, actor: Actor, booking_id: BookingId): Promise<BookingView> {
  const booking = await findBooking(core, booking_id);
  if (!booking) throw new Error(`${booking_id} is confirmed but gone`);
  return viewBooking(core, actor, booking);
}

/**
 * A hold placed in time may be paid after the sale has ended, but not for a cancelled event, nor for one that the operator
 * withdrew, or whose seller is suspended. The event may be 2 s old: a cancellation finds and refunds bookings made after it began, and those of a
 * withdrawn event are bookings like the others.
 */
export async function refuseClosedSale(core: Core, { event_id }: Holding): Promise<void> {
  const event = await core.events.find(event_id);
  const takesPlace = event?.status === "published" || event?.status === "paused";
  if (takesPlace && !isWithdrawn(event) && !(await isSellerSuspended(core, event))) return;
  const window = { sales_start: event?.sales_start ?? null, sales_end: event?.sales_end ?? null };
  const cause = takesPlace ? "This event is no longer on sale." : "This event was cancelled.";
  throw new EventlyError("SALE_CLOSED", window, `${cause} Nothing was charged.`);
}

async function bookFree({ core, actor, buyer }: Confirmation, holding: Holding): Promise<BookingView> {
  const result = await bookHolding(core, holding, buyer);
  if (result.state === "lost") throw toEnded(await getOwnHolding(core, actor, holding.holding_id));
  return viewResult(core, actor, result);
}

/**
 * Authorizes at the gateway, waiting at most GATEWAY_TIMEOUT seconds; without a response, looks up what the gateway
 * knows: null if the payment never arrived.
 */
async function authorize(core: Core, payment: Payment, token: string): Promise<GatewayRecord | null> {
  const { payment_id, event_id, holding_id, amount, currency } = payment;
  const signal = AbortSignal.timeout(core.rules.GATEWAY_TIMEOUT * 1000);
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason), { once: true }),
  );
  const sold = { event_id, holding_id, amount, currency };
  const authorized = core.gateway.authorize({ ...keyOf(payment), ...sold, token }, signal);
  try {
    return await Promise.race([authorized, aborted]);
  } catch (error) {
    core.reportError("the gateway did not answer", { payment_id, error });
    doubtAccount(core, payment.account);
    return lookUp(core, payment);
  }
}

/** Another request is paying, or the bank challenges its customer: the gateway's record decides. */
async function resume(confirmation: Confirmation, holding: Paying): Promise<BookingView | PendingConfirmation> {
  const { core } = confirmation;
  const payment = await readPayment(core, holding.payment_id);
  requireGateway(core, payment);
  const record = await lookUp(core, payment);
  if (!record || record.state === "prepared") throw new EventlyError("PAYMENT_IN_PROGRESS", {});
  const paying = { holding, payment };
  return answerOf(confirmation, paying, await settleAttempt(core, { ...confirmation, ...paying }, record));
}

async function lookUp(core: Core, key: PaymentKey): Promise<GatewayRecord | null> {
  try {
    return await awaitGateway(core, core.gateway.find(keyOf(key)));
  } catch (error) {
    const text = "The bank can't be reached. Your seats are kept, and you will be charged at most once.";
    throw new EventlyError("UNAVAILABLE", {}, text, { cause: error });
  }
}

/**
 * A booking's payment is captured after the response: by this process, or by scheduled work if the process dies first.
 */
async function answerOf(
  { core, actor }: Confirmation,
  { holding, payment }: Started,
  result: SettlementResult,
): Promise<BookingView | PendingConfirmation> {
  switch (result.state) {
    case "booked":
      try {
        return await viewResult(core, actor, result);
      } finally {
        const written: Payment | undefined = result.isNew ? { ...payment, state: "authorized" } : undefined;
        core.background.run(tryFinishPayment(core, payment.payment_id, written));
      }
    case "challenged":
      return { holding_id: holding.holding_id, state: "paying", next_action: result.next_action };
    case "declined":
      throw toDeclined(result);
    case "lost":
      if (result.taken.length === 0) throw new EventlyError("HOLD_EXPIRED", {});
      throw await toLost(core, holding, result.taken);
  }
}

/** The error for a buyer whose payment came after the hold had ended, with seats as good as theirs if there are any. */
async function toLost(core: Core, { event_id, lines }: Holding, taken: readonly SeatId[]): Promise<EventlyError> {
  const event = await core.events.find(event_id);
  const wanted = lines.map(({ seat }) => seat);
  // Whoever lost their seats is told so, whether or not others can be offered.
  const alternatives = event ? await findAlternatives(core, event, wanted).catch(() => []) : [];
  return new EventlyError(
    "SEATS_UNAVAILABLE",
    { seats: [...taken], alternatives },
    "These seats went to someone else after your hold had ended. You pay nothing: what your bank had reserved is released.",
  );
}

function viewResult(
  core: Core,
  actor: Actor,
  { booking, isNew }: Extract<SettlementResult, { state: "booked" }>,
): Promise<BookingView> {
  return isNew ? viewNewBooking(core, actor, booking) : viewBooking(core, actor, booking);
}
