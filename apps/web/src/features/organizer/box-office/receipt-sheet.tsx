import type { OwnBookingView } from "@evently/core/booking";
import type { EventPage } from "@evently/core/event";
import { formatMoney } from "@evently/core/format/format-money";
import { listSellerFacts } from "@evently/core/organization/seller.rules";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { notFound } from "next/navigation";
import { describePayment } from "~/features/booking/describe-payment";
import { priceOfSeats } from "~/features/booking/refunds/price-of-seats";
import { RefundList } from "~/features/booking/refunds/refund-list";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { countSeats } from "~/features/picker/seats/describe-seat";
import { SellerFacts } from "~/features/seller/seller-facts";
import { DateSpan } from "~/ui/format/date-span";
import { DateTime } from "~/ui/format/date-time";

type Props = { event: EventPage; booking: OwnBookingView; origin: string };

/** What whoever bought at the counter takes along: their seats, what they paid and to whom, and the way to their tickets. */
export function ReceiptSheet({ event, booking, origin }: Props) {
  // The page's address may name another event.
  if (booking.event_id !== event.event_id) notFound();
  return (
    <article
      aria-label="Receipt"
      className="flex max-w-[44rem] flex-col gap-5 rounded-card border border-line bg-card p-6 sm:p-8 print:border-0 print:p-0"
    >
      <ReceiptHead {...{ event, booking }} />
      <ReceiptLines booking={booking} />
      <p className="figures text-14">
        <span>{`${describePayment(booking)} · ${booking.booking_id} · `}</span>
        <DateTime instant={booking.booking_date} zone={event.timezone} />
      </p>
      {booking.refunds.length > 0 ? <ReceiptRefunds booking={booking} zone={event.timezone} /> : null}
      {booking.seller ? <SellerFacts facts={listSellerFacts(booking.seller)} /> : null}
      {booking.link ? (
        <TicketAddress url={`${origin}/t/${booking.link}`} isReserved={isReserved(booking)} />
      ) : (
        <p className="text-14">The buyer has these tickets in their account: they open there.</p>
      )}
    </article>
  );
}

function ReceiptHead({ event, booking }: Pick<Props, "event" | "booking">) {
  return (
    <header className="flex flex-col gap-1">
      <h2 dir="auto" className="display break-words font-semibold text-28">
        {event.name}
      </h2>
      <p className="break-words">
        <DateSpan span={event} /> · <bdi>{event.venue_name}</bdi>, <bdi>{event.city}</bdi>
      </p>
      {booking.state === "cancelled" ? (
        <p className="font-semibold text-curtain">Cancelled: not valid any more.</p>
      ) : null}
      {isReserved(booking) && booking.due_at ? (
        <p className="font-semibold text-curtain">
          Reserved, not paid: to be paid by <DateTime instant={booking.due_at} zone={event.timezone} />.
        </p>
      ) : null}
    </header>
  );
}

function ReceiptLines({ booking }: Pick<Props, "booking">) {
  const { lines, currency } = booking;
  return (
    <>
      <ul className="figures flex flex-col divide-y divide-line">
        {lines.map((line) => (
          <li key={line.seat} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span className="min-w-0 break-words">
              {nameSeat(line)} <span className="text-soft">{line.seat_type}</span>
            </span>
            <span className="ml-auto">{formatMoney(line.price, currency)}</span>
          </li>
        ))}
      </ul>
      <p className="figures flex flex-wrap justify-between gap-x-4 border-ink border-t pt-3 font-semibold text-18">
        <span>{countSeats(lines.length)}</span>
        <span>{formatMoney(priceOfSeats(booking), currency)}</span>
      </p>
    </>
  );
}

function ReceiptRefunds({ booking, zone }: { booking: OwnBookingView; zone: string }) {
  return (
    <section aria-labelledby="receipt-refunds" className="flex flex-col gap-2">
      <h3 id="receipt-refunds" className="font-semibold">
        Refunds
      </h3>
      <RefundList booking={booking} zone={zone} />
    </section>
  );
}

function TicketAddress({ url, isReserved }: { url: string; isReserved: boolean }) {
  return (
    <p className="break-all text-14">
      <span className="block font-medium">
        {isReserved
          ? "Your reservation is at this address, and your tickets once it is paid. Whoever has it has them:"
          : "Your tickets are at this address. Whoever has it has them:"}
      </span>
      <a href={url} rel="noreferrer" className="underline underline-offset-4">
        {url}
      </a>
    </p>
  );
}
