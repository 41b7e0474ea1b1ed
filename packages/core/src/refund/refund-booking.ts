import { isCalledOff, isPaidToSeller } from "../booking/booking.rules.ts";
import type { Booking, BookingView } from "../booking/booking.ts";
import { cancelAndRefund } from "../booking/cancel-booking.ts";
import { getServedBooking } from "../booking/get-served-booking.ts";
import { leftOf, nextRefundId, withRefund } from "../booking/refunds.rules.ts";
import { viewBooking } from "../booking/view-booking.ts";
import { describeRest } from "../box-office/describe-rest.ts";
import { requireNobodyIn } from "../box-office/require-nobody-in.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { SeatId } from "../ids.ts";
import { findAmountFaults } from "../payment/find-amount-faults.ts";
import { tryFinishPayment } from "../payment/finish-payment.ts";
import type { Line } from "../seat/seat.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { mostRefunds } from "./limits.rules.ts";
import type { RefundBooking } from "./refund.ts";
import { writeRefund } from "./write-refund.ts";

/** How often a booking is read again after it changed between our read and our write. */
const maxAttempts = 8;

type Request = { core: Core; actor: Actor; input: RefundBooking; lease: IdempotencyLease | null };

/**
 * Gives a part of what was paid back to the buyer, who is told, in one transaction with its counts and a line in the journal; the
 * money follows. By seats: their price, or what is left if that is less; they are free again, or the house's, and the last ones cancel the
 * booking. By an amount: the seats stay. What was paid in cash or on invoice the seller hands back. Throws BOOKING_NOT_FOUND, FORBIDDEN,
 * BOOKING_ALREADY_CANCELLED, NOTHING_PAID, REFUND_EXCEEDS_PAID, SEATS_REFUNDED, REFUND_LIMIT, INVALID_INPUT for a seat that the
 * booking never had, TICKET_ALREADY_ADMITTED where somebody is in with one of the seats and others are kept.
 */
export async function refundBooking(
  core: Core,
  actor: Actor,
  input: RefundBooking,
  lease: IdempotencyLease | null = null,
): Promise<BookingView> {
  const request = { core, actor, input, lease };
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const { booking, event } = await getServedBooking(core, actor, input.booking_id);
    if (lease?.begun) return viewBooking(core, actor, booking);
    requireRefundable(booking);
    const view = input.seats
      ? await refundSeats(request, { booking, event }, input.seats)
      : await refundAmount(request, booking, input.amount ?? 0);
    if (view) return view;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

function requireRefundable(booking: Booking): void {
  if (booking.state === "cancelled") throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
  if (booking.total === 0 || (booking.payment_id === null && !isPaidToSeller(booking)))
    throw new EventlyError("NOTHING_PAID", {});
  if ((booking.refunds?.length ?? 0) >= mostRefunds) throw new EventlyError("REFUND_LIMIT", { limit: mostRefunds });
}

async function refundAmount({ core, actor, input, lease }: Request, booking: Booking, amount: number) {
  const left = leftOf(booking);
  if (amount > left) throw new EventlyError("REFUND_EXCEEDS_PAID", { left });
  const faults = booking.payment_id ? findAmountFaults(core.gateway, booking.currency, { amount }) : [];
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
  const now = core.clock();
  const refund = { refund_id: nextRefundId(booking), amount, seats: [], reason: input.reason, at: toInstant(now) };
  const changed: Booking = { ...booking, ...withRefund(booking, refund) };
  const isDone = await writeRefund(core, { actor, lease, booking, changed, refund, returned: [], now });
  return isDone ? finish({ core, actor, input, lease }, changed) : null;
}

type Found = { booking: Booking; event: StoredEvent };

async function refundSeats(request: Request, { booking, event }: Found, seats: readonly SeatId[]) {
  const { core, actor, input, lease } = request;
  requireSeats(booking, seats);
  const gone = new Set<string>(seats);
  const isGone = ({ seat }: Line) => gone.has(seat);
  const returned = booking.lines.filter(isGone);
  if (returned.length === booking.lines.length) return cancelWhole(request, { booking, event }, isGone);
  await requireNobodyIn(core, booking, seats);
  const now = core.clock();
  const price = returned.reduce((sum, line) => sum + line.price, 0);
  const refund = {
    ...{ refund_id: nextRefundId(booking), amount: Math.min(price, leftOf(booking)) },
    ...{ seats: returned.map(({ seat }) => seat), reason: input.reason, at: toInstant(now) },
  };
  const changed: Booking = {
    ...booking,
    ...describeRest(
      booking,
      booking.lines.filter((line) => !isGone(line)),
    ),
    ...withRefund(booking, refund),
    returned: [...(booking.returned ?? []), ...returned],
  };
  const isDone = await writeRefund(core, { actor, lease, booking, changed, refund, returned, now });
  return isDone ? finish(request, changed) : null;
}

/** A booking that was moved meanwhile has seats that nobody asked to refund. */
async function cancelWhole(
  { core, actor, input, lease }: Request,
  { booking, event }: Found,
  isGone: (line: Line) => boolean,
): Promise<BookingView> {
  const amountOf = (current: Booking): number => {
    if (current.lines.every(isGone)) return leftOf(current);
    throw new EventlyError("INVALID_INPUT", { faults: [{ path: "seats", message: "the seats of this booking" }] });
  };
  const refunding = { actor, lease, isCalledOff: isCalledOff(event), amountOf, reason: input.reason };
  return viewBooking(core, actor, await cancelAndRefund(core, booking, refunding));
}

/** Throws SEATS_REFUNDED, INVALID_INPUT. */
function requireSeats(booking: Booking, seats: readonly SeatId[]): void {
  const own = new Set<string>(booking.seats);
  const missing = seats.filter((seat) => !own.has(seat));
  const before = new Set<string>(booking.returned?.map(({ seat }) => seat));
  const refunded = missing.filter((seat) => before.has(seat));
  if (refunded.length > 0) throw new EventlyError("SEATS_REFUNDED", { seats: refunded });
  const faults = seats.flatMap((seat, i) =>
    own.has(seat) ? [] : [{ path: `seats.${i}`, message: "a seat of this booking" }],
  );
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
}

async function finish({ core, actor }: Request, changed: Booking): Promise<BookingView> {
  if (changed.payment_id) await tryFinishPayment(core, changed.payment_id);
  return viewBooking(core, actor, changed);
}
