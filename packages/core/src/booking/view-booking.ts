import type { Core } from "../core.ts";
import { toPayment } from "../payment/payment.table.ts";
import type { PaymentStatus } from "../payment/payment.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import { refundIfCancelled } from "./booking.rules.ts";
import type { Booking, BookingView } from "./booking.ts";

export async function viewBooking(core: Core, booking: Booking): Promise<BookingView> {
  const [view] = await viewBookings(core, [booking]);
  if (!view) throw new Error(`${booking.booking_id} has no view`);
  return view;
}

/** Bookings as people see them: with the payment's status, which stands on the payment alone, and what a cancellation would give back now. */
export async function viewBookings(core: Core, bookings: Booking[]): Promise<BookingView[]> {
  const paid = bookings.flatMap(({ payment_id }) => payment_id ?? []);
  const payments = paid.length > 0 ? await readItems(core.table, paid.map(keys.payment)) : [];
  const statuses = new Map(payments.map(toPayment).map(({ payment_id, state }) => [payment_id, state]));
  return Promise.all(
    bookings.map(async (booking) => viewWithStatus(core, booking, statuses.get(booking.payment_id ?? "") ?? "none")),
  );
}

/** The booking as it is seen while its payment has this status. */
export async function viewWithStatus(
  core: Core,
  booking: Booking,
  payment_status: PaymentStatus,
): Promise<BookingView> {
  const event = await core.events.find(booking.event_id);
  const { holding_id: _, payment_id: __, refund, ...shown } = booking;
  return {
    ...shown,
    refund: refund && { ...refund, due: payment_status === "refunding" },
    payment_status,
    refund_if_cancelled: event ? refundIfCancelled(booking, event, core.clock()) : null,
  };
}
