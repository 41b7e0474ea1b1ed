import type { BookingView } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { readPayment } from "../payment/finish-payment.ts";
import type { Payment } from "../payment/payment.ts";

/** The payment of a booking by card. */
export async function readPaymentOf(core: Core, { booking_id }: Pick<BookingView, "booking_id">): Promise<Payment> {
  const payment_id = (await findBooking(core, booking_id))?.payment_id;
  if (!payment_id) throw new Error(`${booking_id} was paid by no card`);
  return readPayment(core, payment_id);
}
