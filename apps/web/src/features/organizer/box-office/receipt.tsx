"use client";

import type { OwnBookingView } from "@evently/core/booking";
import type { EventPage } from "@evently/core/event";
import { formatMoney } from "@evently/core/format/format-money";
import type { BookingId } from "@evently/core/ids";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { Printer } from "lucide-react";
import { describePayment } from "~/features/booking/describe-payment";
import { countSeats } from "~/features/picker/seats/describe-seat";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { DateSpan } from "~/ui/format/date-span";
import { DateTime } from "~/ui/format/date-time";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { Skeleton } from "~/ui/skeleton";
import { QueryResult } from "../live/query-result";

type Props = { event: EventPage; booking_id: BookingId; origin: string };

/** What whoever bought at the counter takes along: their seats, what they paid, and the way to their tickets. */
export function Receipt({ event, booking_id, origin }: Props) {
  const query = trpc.boxOffice.receipt.useQuery({ booking_id }, { staleTime: 0 });
  return (
    <QueryResult query={query} subject="the receipt" skeleton={<Skeleton className="h-96 w-full max-w-[44rem]" />}>
      {(booking) => (
        <div className="flex flex-col gap-6">
          <article
            aria-label="Receipt"
            className="flex max-w-[44rem] flex-col gap-5 rounded-card border border-line bg-card p-6 sm:p-8 print:border-0 print:p-0"
          >
            <ReceiptHead {...{ event, booking }} />
            <ReceiptLines booking={booking} />
            <p className="figures text-14">
              <span>{`${describePayment(booking)} · ${booking_id} · `}</span>
              <DateTime instant={booking.booking_date} zone={event.timezone} />
            </p>
            {booking.link ? <TicketAddress url={`${origin}/t/${booking.link}`} /> : null}
          </article>
          <div className="flex flex-wrap gap-3 print:hidden">
            <Button variant="primary" onClick={() => window.print()}>
              <Icon icon={Printer} size={18} />
              Print receipt
            </Button>
            <LinkButton href={`/organizer/events/${event.event_id}/box-office`}>Back to the box office</LinkButton>
          </div>
        </div>
      )}
    </QueryResult>
  );
}

function ReceiptHead({ event, booking }: Pick<Props, "event"> & { booking: OwnBookingView }) {
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
    </header>
  );
}

function ReceiptLines({ booking: { lines, total, currency } }: { booking: OwnBookingView }) {
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
        <span>{formatMoney(total, currency)}</span>
      </p>
    </>
  );
}

function TicketAddress({ url }: { url: string }) {
  return (
    <p className="break-all text-14">
      <span className="block font-medium">Your tickets are at this address. Whoever has it has them:</span>
      <a href={url} rel="noreferrer" className="underline underline-offset-4">
        {url}
      </a>
    </p>
  );
}
