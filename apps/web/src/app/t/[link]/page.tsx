import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { describeKept } from "~/features/booking/kept/describe-kept";
import { FindYourSeats } from "~/features/booking/plan/find-your-seats";
import { CancelRule } from "~/features/booking/refunds/cancel-rule";
import { pickDates } from "~/features/booking/refunds/describe-refund-steps";
import { Refunds } from "~/features/booking/refunds/refunds";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { findLinkedTicket } from "~/features/booking/ticket/find-linked-ticket";
import { FollowLinkedTicket } from "~/features/booking/ticket/follow-ticket";
import { nameTicketPage } from "~/features/booking/ticket/name-ticket-page";
import { SoldBy } from "~/features/booking/ticket/sold-by";
import { Ticket } from "~/features/booking/ticket/ticket";
import { TicketActions } from "~/features/booking/ticket/ticket-actions";
import { TicketNote } from "~/features/booking/ticket/ticket-note";
import { KeepTicket } from "~/features/offline/keep-ticket";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ link: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ticket = await findLinkedTicket((await params).link).catch(() => null);
  return { ...nameTicketPage(ticket), referrer: "no-referrer", robots: { index: false, follow: false } };
}

/** The ticket of whoever has its link: no account, and nothing but this booking. */
export default async function LinkedTicketPage({ params }: Props) {
  await connection();
  const { link } = await params;
  const ticket = await findLinkedTicket(link);
  if (!ticket) notFound();
  const { booking, event, seats } = ticket;
  return (
    <PageFrame className="flex flex-col gap-6">
      <FollowLinkedTicket {...{ link, booking, seats }} revision={event.revision} />
      <TicketNote booking={booking} event={event} />
      <Ticket booking={booking} event={event} seats={seats} />
      {isReserved(booking) ? null : <KeepTicket path={`/t/${link}`} state={describeKept(ticket)} />}
      <Refunds booking={booking} zone={event.timezone} />
      <FindYourSeats booking={booking} event={event} />
      <TicketActions booking={booking} eventName={event.name} hasCodes hasCalendar link={link} />
      {booking.cancellable_until === null || isReserved(booking) ? null : (
        <CancelRule booking={booking} event={pickDates(event)} />
      )}
      <SoldBy booking={booking} zone={event.timezone} />
    </PageFrame>
  );
}
