import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { readEnvironment } from "~/environment";
import { Arrival } from "~/features/booking/arrival/arrival";
import { isJustBooked } from "~/features/booking/arrival/is-just-booked";
import { describeKept } from "~/features/booking/kept/describe-kept";
import { FindYourSeats } from "~/features/booking/plan/find-your-seats";
import { CancelRule } from "~/features/booking/refunds/cancel-rule";
import { pickDates } from "~/features/booking/refunds/describe-refund-steps";
import { Refunds } from "~/features/booking/refunds/refunds";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { findTicket } from "~/features/booking/ticket/find-ticket";
import { FollowTicket } from "~/features/booking/ticket/follow-ticket";
import { nameTicketPage } from "~/features/booking/ticket/name-ticket-page";
import { SoldBy } from "~/features/booking/ticket/sold-by";
import { Ticket } from "~/features/booking/ticket/ticket";
import { TicketActions } from "~/features/booking/ticket/ticket-actions";
import { TicketLink } from "~/features/booking/ticket/ticket-link";
import { TicketNote } from "~/features/booking/ticket/ticket-note";
import { KeepTicket } from "~/features/offline/keep-ticket";
import { Icon } from "~/ui/icon";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ booking_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return nameTicketPage(await findTicket((await params).booking_id).catch(() => null));
}

export default async function TicketPage({ params }: Props) {
  await connection();
  const ticket = await findTicket((await params).booking_id);
  if (!ticket) notFound();
  const { booking, event, seats } = ticket;
  const { publicOrigin } = readEnvironment();
  const isNew = isJustBooked(ticket, Date.now());
  return (
    <PageFrame className="flex flex-col gap-6">
      <Link
        href="/bookings"
        className="-ml-2 inline-flex min-h-9 items-center gap-2 self-start rounded-control px-2 font-medium text-14 text-soft hover:bg-sunken hover:text-ink print:hidden"
      >
        <Icon icon={ArrowLeft} size={18} />
        My bookings
      </Link>
      <FollowTicket {...{ booking, seats }} revision={event.revision} />
      {isNew ? <Arrival booking={booking} event={event} publicOrigin={publicOrigin} /> : null}
      <TicketNote booking={booking} event={event} />
      <Ticket booking={booking} event={event} seats={seats} />
      {seats === null || isReserved(booking) ? null : (
        <KeepTicket path={`/bookings/${booking.booking_id}`} state={describeKept(ticket)} />
      )}
      <Refunds booking={booking} zone={event.timezone} />
      <FindYourSeats booking={booking} event={event} />
      <TicketActions booking={booking} eventName={event.name} hasCodes={seats !== null} hasCalendar={!isNew} />
      {booking.cancellable_until === null || isReserved(booking) ? null : (
        <CancelRule booking={booking} event={pickDates(event)} />
      )}
      {booking.link ? (
        <TicketLink
          booking_id={booking.booking_id}
          url={`${publicOrigin}/t/${booking.link}`}
          isReserved={isReserved(booking)}
        />
      ) : null}
      <SoldBy booking={booking} zone={event.timezone} />
    </PageFrame>
  );
}
