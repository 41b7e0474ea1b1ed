import type { BookingView } from "@evently/core/booking";
import { Price } from "~/ui/format/price";
import { describePayment } from "../describe-payment";
import { TicketCode } from "./ticket-code";

/** The part to tear off: the code for the door, and the payment. */
export function TicketStub({ booking, isVoid }: { booking: BookingView; isVoid: boolean }) {
  const { booking_id, total, currency, seats } = booking;
  return (
    <div className="ticket-stub flex flex-col items-center gap-5 p-6 sm:flex-row sm:items-center sm:justify-center sm:gap-10 lg:flex-col lg:gap-5 sm:print:flex-col">
      {isVoid ? (
        <p className="my-8 -rotate-6 rounded-control border-3 border-curtain px-5 py-2 font-semibold text-28 text-curtain uppercase tracking-wider">
          Cancelled
        </p>
      ) : (
        <TicketCode booking_id={booking_id} />
      )}
      <dl className="grid w-full grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-14 sm:w-auto lg:w-full">
        <dt className="text-soft">Booking</dt>
        <dd className="figures text-right font-semibold">{booking_id}</dd>
        <dt className="text-soft">{seats.length === 1 ? "1 seat" : `${seats.length} seats`}</dt>
        <dd className="text-right font-semibold">
          <Price amount={total} currency={currency} />
        </dd>
        <dt className="text-soft">Payment</dt>
        <dd className="text-right font-semibold">{describePayment(booking)}</dd>
        {booking.seller ? (
          <>
            <dt className="text-soft">Sold by</dt>
            <dd className="text-right font-semibold">
              <bdi>{booking.seller.name}</bdi>
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}
