import type { SoldBooking } from "@evently/core/analytics";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import { describePayment } from "~/features/booking/describe-payment";
import { RefundList } from "~/features/booking/refunds/refund-list";
import { hasLapsed } from "~/features/booking/reservation/is-unpaid";
import { Badge } from "~/ui/chip";
import { DateTime } from "~/ui/format/date-time";
import { Price } from "~/ui/format/price";
import { DisputeLine } from "../dispute/dispute-line";
import { MarkPaid } from "../invoice/mark-paid";
import { PaymentLine } from "../invoice/payment-line";
import { RefundBooking } from "../refunds/refund-booking";
import { CancelSold } from "./cancel-sold";
import { nameBuyer } from "./name-buyer";
import { SoldTickets } from "./sold-tickets";

export const soldColumns =
  "md:grid md:grid-cols-[minmax(0,1.6fr)_minmax(0,1.4fr)_minmax(0,1.2fr)_9rem_6rem] md:items-center md:gap-6";

/** One booking: a card on a phone, a row on wider screens. */
export function SoldRow({ booking, zone }: { booking: SoldBooking; zone: string }) {
  const { booking_id, lines, total, currency, booking_date, state } = booking;
  const isCancelled = state === "cancelled";
  const types = [...new Set(lines.map(({ seat_type }) => seat_type))].join(", ");
  return (
    <li
      id={booking_id}
      tabIndex={-1}
      className={`flex flex-col gap-3 rounded-card border border-line bg-card p-4 md:rounded-none md:border-0 md:border-b md:bg-transparent md:px-1 md:py-3.5 ${soldColumns}`}
    >
      <div className="min-w-0">
        <h2 dir="auto" className="font-semibold">
          {nameBuyer(booking)}
        </h2>
        <Contact booking={booking} />
      </div>
      <p className="min-w-0 text-14">
        <span className="figures font-medium text-16">{nameSeats(lines)}</span>
        <br />
        <span className="text-soft">{types}</span>
      </p>
      <p className="text-14 text-soft">
        <DateTime instant={booking_date} zone={zone} />
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 md:contents">
        <div className="flex flex-wrap items-center gap-x-3 md:flex-col md:items-end md:gap-1">
          <Price
            amount={total}
            currency={currency}
            className={`font-semibold text-18 ${isCancelled ? "line-through" : ""}`}
          />
          {isCancelled ? (
            <Badge>{describePayment(booking)}</Badge>
          ) : (
            <span className="text-14 text-soft md:text-right">
              <PaymentLine booking={booking} zone={zone} />
            </span>
          )}
        </div>
        <div className="md:text-right">
          <Acts booking={booking} />
        </div>
      </div>
      <DisputeLine booking={booking} zone={zone} />
      {booking.refunds.length > 0 ? <SoldRefunds booking={booking} zone={zone} /> : null}
    </li>
  );
}

function Acts({ booking }: { booking: SoldBooking }) {
  if (booking.state === "cancelled")
    return <span className="font-medium text-14">{hasLapsed(booking) ? "Lapsed" : "Cancelled"}</span>;
  return (
    <div className="flex flex-wrap justify-end gap-x-3">
      <MarkPaid booking={booking} />
      <SoldTickets booking={booking} />
      <RefundBooking booking={booking} />
      <CancelSold booking={booking} />
    </div>
  );
}

/** Below the row, closed: most lists have few. */
function SoldRefunds({ booking, zone }: { booking: SoldBooking; zone: string }) {
  return (
    <details className="md:col-span-full">
      <summary className="inline-block cursor-pointer py-1 text-14 underline underline-offset-4">
        Refunds<span className="sr-only"> of {booking.booking_id}</span>
      </summary>
      <RefundList booking={booking} zone={zone} />
    </details>
  );
}

function Contact({ booking: { booking_id, buyer } }: { booking: SoldBooking }) {
  return (
    <p className="text-14 text-soft">
      {buyer.name && buyer.email ? (
        <>
          <bdi className="whole">{buyer.email}</bdi>
          {" · "}
        </>
      ) : null}
      <span className="whole figures">{booking_id}</span>
    </p>
  );
}
