import type { BookingView } from "@evently/core/booking";
import type { ReactNode } from "react";
import { countUnits } from "~/ui/format/format-wait";
import { Price } from "~/ui/format/price";
import { describePayment } from "../describe-payment";
import { priceOfSeats } from "../refunds/price-of-seats";
import { isReserved } from "../reservation/is-unpaid";
import type { Ticket } from "./find-ticket";
import { SeatCodes } from "./seat-codes";

/** `isSide` where it stands beside the ticket on wide screens. */
type Props = { booking: BookingView; isVoid: boolean; isSide: boolean } & Pick<Ticket, "seats">;

const forms = {
  side: "sm:flex-row sm:items-start sm:justify-center sm:gap-10 lg:flex-col lg:items-center lg:justify-start lg:gap-5",
  below: "sm:p-8",
};

/** The part to tear off: a code a seat for the door, and the payment. */
export function TicketStub({ booking, seats: tickets, isVoid, isSide }: Props) {
  const { booking_id, currency, seats } = booking;
  return (
    <div
      className={`ticket-stub flex flex-col items-center gap-5 p-6 print:flex-col print:items-center ${isSide ? forms.side : forms.below}`}
    >
      {isVoid ? (
        <p className="my-8 -rotate-6 rounded-control border-3 border-curtain px-5 py-2 font-semibold text-28 text-curtain uppercase tracking-wider">
          Cancelled
        </p>
      ) : isReserved(booking) ? (
        <p className="max-w-56 text-14 text-soft">
          This is no ticket yet: the codes for the door are here once your payment is noted.
        </p>
      ) : (
        <SeatCodes tickets={tickets} />
      )}
      <dl className={`flex w-full flex-col gap-1 text-14 ${isSide ? "sm:w-auto lg:w-full" : "sm:max-w-80"}`}>
        <Row term="Booking">
          <span className="figures">{booking_id}</span>
        </Row>
        <Row term={countUnits(seats.length, "seat")}>
          <Price amount={priceOfSeats(booking)} currency={currency} />
        </Row>
        <Row term="Payment">{describePayment(booking)}</Row>
        {booking.seller ? (
          <Row term="Sold by">
            <bdi>{booking.seller.name}</bdi>
          </Row>
        ) : null}
      </dl>
    </div>
  );
}

/** In two lines where text is too large for one. */
function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6">
      <dt className="text-soft">{term}</dt>
      <dd className="min-w-0 font-semibold">{children}</dd>
    </div>
  );
}
