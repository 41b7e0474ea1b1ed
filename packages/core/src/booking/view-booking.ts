import type { Core } from "../core.ts";
import { toPayment } from "../payment/payment.table.ts";
import type { PaymentStatus } from "../payment/payment.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import { refundIfCancelled } from "./booking.rules.ts";
import type { Booking, BookingView } from "./booking.ts";

/** Throws UNAVAILABLE. */
export async function viewBooking(core: Core, actor: Actor, booking: Booking): Promise<BookingView> {
  const [view] = await viewBookings(core, actor, [booking]);
  if (!view) throw new Error(`${booking.booking_id} has no view`);
  return view;
}

/** A booking written just now together with its payment's status, so nothing is read back. */
export async function viewNewBooking(core: Core, actor: Actor, booking: Booking): Promise<BookingView> {
  const event = await core.events.find(booking.event_id);
  const view = showBooking(booking, booking.payment_id === null ? "none" : "authorized");
  return { ...view, refund_if_cancelled: event ? refundIfCancelled(booking, event, actor, core.clock()) : null };
}

/**
 * Bookings as `actor` sees them: with the payment's status, which is stored on the payment only, and the refund that a
 * cancellation by the actor would pay now. Throws UNAVAILABLE.
 */
export async function viewBookings(core: Core, actor: Actor, bookings: Booking[]): Promise<BookingView[]> {
  const paid = bookings.flatMap(({ payment_id }) => payment_id ?? []);
  const [payments, events] = await Promise.all([
    readItems(core.table, paid.map(keys.payment)),
    core.events.findAll(bookings.map(({ event_id }) => event_id)),
  ]);
  const statuses = new Map(payments.map(toPayment).map(({ payment_id, state }) => [payment_id, state]));
  const now = core.clock();
  return bookings.map((booking) => {
    const event = events.get(booking.event_id);
    const status = booking.payment_id && statuses.get(booking.payment_id);
    const view = showBooking(booking, status ?? "none");
    return { ...view, refund_if_cancelled: event ? refundIfCancelled(booking, event, actor, now) : null };
  });
}

/** The booking with this payment status, not cancellable by the caller. */
export function showBooking(booking: Booking, payment_status: PaymentStatus): BookingView {
  const { holding_id: _, payment_id: __, refund, ...shown } = booking;
  return {
    ...shown,
    refund: refund && { ...refund, due: payment_status === "refunding" },
    payment_status,
    refund_if_cancelled: null,
  };
}
