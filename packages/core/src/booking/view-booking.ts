import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getLayoutOf } from "../event/get-layout.ts";
import type { LayoutId } from "../ids.ts";
import type { PaymentStatus } from "../payment/payment.ts";
import type { Actor } from "../user/user.ts";
import { type IndexedLayout, labelLines } from "../venue/layouts.ts";
import { movedFrom, refundIfCancelled, showCancellableUntil } from "./booking.rules.ts";
import type { Booking, BookingView } from "./booking.ts";
import { readPaymentStatuses } from "./read-payment-statuses.ts";

/** Throws UNAVAILABLE. */
export async function viewBooking(core: Core, actor: Actor, booking: Booking): Promise<BookingView> {
  const [view] = await viewBookings(core, actor, [booking]);
  if (!view) throw new Error(`${booking.booking_id} has no view`);
  return view;
}

/** A booking written just now together with its payment's status, so nothing is read back. */
export async function viewNewBooking(core: Core, actor: Actor, booking: Booking): Promise<BookingView> {
  const event = await core.events.find(booking.event_id);
  const layout = await getLayoutOf(core, booking.event_id);
  const view = showBooking(booking, layout, booking.payment_id === null ? "none" : "authorized");
  return event ? { ...view, ...showCancellation(booking, event, actor, core.clock()) } : view;
}

/**
 * Bookings as `actor` sees them: with the payment's status, which is stored on the payment only, and the refund that a
 * cancellation by the actor would pay now. Throws UNAVAILABLE.
 */
export async function viewBookings(core: Core, actor: Actor, bookings: Booking[]): Promise<BookingView[]> {
  const [statusOf, events] = await Promise.all([
    readPaymentStatuses(core.table, bookings),
    core.events.findAll(bookings.map(({ event_id }) => event_id)),
  ]);
  const layouts = await readLayouts(core, [...events.values()]);
  const now = core.clock();
  return bookings.map((booking) => {
    const event = events.get(booking.event_id);
    const layout = event && layouts.get(event.layout_id);
    if (!layout) throw new Error(`${booking.event_id} is gone`);
    const view = showBooking(booking, layout, statusOf(booking));
    return { ...view, ...showCancellation(booking, event, actor, now) };
  });
}

function showCancellation(booking: Booking, event: StoredEvent, actor: Actor, now: number) {
  const refund_if_cancelled = refundIfCancelled(booking, event, actor, now);
  const cancellable_until = showCancellableUntil(booking, event, now);
  return { refund_if_cancelled, cancellable_until, moved_from: movedFrom(booking, event) };
}

async function readLayouts(core: Core, events: readonly StoredEvent[]): Promise<Map<LayoutId, IndexedLayout>> {
  const wanted = [...new Set(events.map(({ layout_id }) => layout_id))];
  return new Map(await Promise.all(wanted.map(async (id) => [id, await core.layouts.get(id)] as const)));
}

/** The booking with this payment status, not cancellable by the caller. */
export function showBooking(booking: Booking, layout: IndexedLayout, payment_status: PaymentStatus): BookingView {
  const { holding_id: _, payment_id: __, buyer: ___, refund, ...shown } = booking;
  return {
    ...shown,
    lines: labelLines(layout, booking.lines),
    refund: refund && { ...refund, due: payment_status === "refunding" },
    payment_status,
    refund_if_cancelled: null,
    cancellable_until: null,
    moved_from: null,
  };
}
