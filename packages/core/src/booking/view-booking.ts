import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findSeller, findSellers } from "../event/find-seller.ts";
import { getLayoutOf } from "../event/get-layout.ts";
import type { EventId, LayoutId } from "../ids.ts";
import { type IndexedLayout, labelLines } from "../layout/layouts.ts";
import { may } from "../organization/may.ts";
import type { Seller } from "../organization/organization.ts";
import type { Actor } from "../user/user.ts";
import { movedFrom, refundIfCancelled, showCancellableUntil } from "./booking.rules.ts";
import { type Booking, type BookingRefund, BookingView } from "./booking.ts";
import { showInvoice } from "./invoice.rules.ts";
import { type PaymentState, readPayments, statusOf } from "./read-payments.ts";
import { refundedOf, refundsOf } from "./refunds.rules.ts";

/** Its fields are in the order of the answer, so that what is stored for a repeat is that text. Throws UNAVAILABLE. */
export async function viewBooking(core: Core, actor: Actor, booking: Booking): Promise<BookingView> {
  const [view] = await viewBookings(core, actor, [booking]);
  if (!view) throw new Error(`${booking.booking_id} has no view`);
  return BookingView.parse(view);
}

/** A booking written just now together with its payment, so nothing is read back. */
export function viewNewBooking(core: Core, actor: Actor, booking: Booking): Promise<BookingView> {
  const payment: PaymentState | null = booking.payment_id === null ? null : { state: "authorized", refunds: [] };
  return viewPaidBooking(core, actor, booking, payment);
}

/** A booking with its payment, as both are once they are written. */
export async function viewPaidBooking(
  core: Core,
  actor: Actor,
  booking: Booking,
  payment: PaymentState | null,
): Promise<BookingView> {
  const event = await core.events.find(booking.event_id);
  const [layout, seller] = await Promise.all([getLayoutOf(core, booking.event_id), event && findSeller(core, event)]);
  const view = showBooking(booking, { layout, seller }, payment);
  if (!event) return view;
  return { ...view, ...showCancellation(booking, event, actor, core.clock()), ...showDispute(event, actor, payment) };
}

/**
 * Bookings as `actor` sees them: with the payment's status, which is stored on the payment only, and the refund that a
 * cancellation by the actor would pay now. Throws UNAVAILABLE.
 */
export async function viewBookings(core: Core, actor: Actor, bookings: Booking[]): Promise<BookingView[]> {
  const [paymentOf, events] = await Promise.all([
    readPayments(core.table, bookings),
    core.events.findAll(bookings.map(({ event_id }) => event_id)),
  ]);
  const sellerOf = await findSellers(core, [...events.values()]);
  const now = core.clock();
  const views = new Map<Booking, BookingView>();
  for (const [layout_id, own] of groupByLayout(bookings, events)) {
    const layout = await core.layouts.get(layout_id);
    for (const { booking, event } of own) {
      const payment = paymentOf(booking);
      const view = showBooking(booking, { layout, seller: sellerOf(event) }, payment);
      const shown = { ...showCancellation(booking, event, actor, now), ...showDispute(event, actor, payment) };
      views.set(booking, { ...view, ...shown });
    }
  }
  return bookings.flatMap((booking) => views.get(booking) ?? []);
}

/** Halls are read one after the other: a page of bookings may be in fifty, each of some megabytes. */
function groupByLayout(bookings: readonly Booking[], events: ReadonlyMap<EventId, StoredEvent>) {
  const groups = new Map<LayoutId, { booking: Booking; event: StoredEvent }[]>();
  for (const booking of bookings) {
    const event = events.get(booking.event_id);
    if (!event) throw new Error(`${booking.event_id} is gone`);
    const group = groups.get(event.layout_id);
    if (group) group.push({ booking, event });
    else groups.set(event.layout_id, [{ booking, event }]);
  }
  return groups;
}

function showCancellation(booking: Booking, event: StoredEvent, actor: Actor, now: number) {
  const refund_if_cancelled = refundIfCancelled(booking, event, actor, now);
  const cancellable_until = showCancellableUntil(booking, event, now);
  return { refund_if_cancelled, cancellable_until, moved_from: movedFrom(booking, event) };
}

/** The newest, to those who sold: whoever disputes it has it from their bank. */
function showDispute(event: StoredEvent, actor: Actor, payment: PaymentState | null): Pick<BookingView, "dispute"> {
  const newest = payment?.disputes?.at(-1);
  if (!newest || !may(actor, event, "box_office")) return { dispute: null };
  const { state, amount, at } = newest;
  return { dispute: { state, amount, at } };
}

type Surroundings = { layout: IndexedLayout; seller: Seller | null };

/** The booking with this payment, not cancellable by the caller. */
export function showBooking(
  booking: Booking,
  { layout, seller }: Surroundings,
  payment: PaymentState | null,
): BookingView {
  const { holding_id: _, payment_id: __, buyer: ___, link_version: ____, refund, invoice, ...stored } = booking;
  const {
    since: _____,
    from_blocks: ______,
    tickets: _______,
    admitted: ________,
    admissions: _________,
    returned: __________,
    ...shown
  } = stored;
  const refunds = showRefunds(booking, payment, layout);
  return {
    ...shown,
    ...showInvoice({ invoice }),
    lines: labelLines(layout, booking.lines),
    refund: refund && {
      ...refund,
      due: refunds.some(({ at, state }) => at === booking.cancelled_at && state === "due"),
    },
    refunds,
    refunded: refundedOf(booking),
    payment_status: statusOf(booking, payment),
    dispute: null,
    refund_if_cancelled: null,
    cancellable_until: null,
    moved_from: null,
    seller,
  };
}

function showRefunds(booking: Booking, payment: PaymentState | null, { labelOf }: IndexedLayout): BookingRefund[] {
  const states = new Map<string, BookingRefund["state"]>(
    payment?.refunds.map(({ refund_id, state, failed }) => [refund_id, failed ? "failed" : state]),
  );
  return refundsOf(booking).map((refund) => ({
    ...refund,
    labels: refund.seats.map(labelOf),
    state: states.get(refund.refund_id) ?? "done",
  }));
}
