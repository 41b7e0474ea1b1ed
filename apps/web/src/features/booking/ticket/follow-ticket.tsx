"use client";

import type { BookingView } from "@evently/core/booking";
import { trpc } from "~/trpc/client";
import { liveQuery } from "~/trpc/live-query";
import { useRefreshWhile } from "~/ui/use-refresh-while";
import { describeSeats, describeState } from "./describe-state";
import type { Ticket } from "./find-ticket";

type Props = {
  booking: BookingView;
  revision: number;
  /** Null for whoever may not see the codes. */
  seats: Ticket["seats"];
};

/** Asks for its buyer's page anew once something that it shows has changed elsewhere. */
export function FollowTicket({ booking, revision, seats }: Props) {
  const { booking_id } = booking;
  const now = trpc.booking.get.useQuery({ booking_id }, liveQuery);
  const tickets = trpc.booking.tickets.useQuery({ booking_id }, { ...liveQuery, enabled: seats !== null });
  useRefreshIfOld({ booking, revision, seats }, now, tickets);
  return null;
}

/** The same for the page of whoever has the ticket's link. */
export function FollowLinkedTicket({ link, ...shown }: Props & { link: string }) {
  const now = trpc.ticket.get.useQuery({ link }, liveQuery);
  const tickets = trpc.ticket.list.useQuery({ link }, liveQuery);
  useRefreshIfOld(shown, now, tickets);
  return null;
}

type Polled<Data> = { data: Data | undefined; dataUpdatedAt: number };

/**
 * Its event was moved, changed or called off, the booking was cancelled or refunded, a ticket was issued anew, or somebody went in with it: whoever
 * stands at the door with an old code is refused.
 */
function useRefreshIfOld(
  { booking, revision, seats }: Props,
  now: Polled<BookingView>,
  tickets: Polled<{ items: NonNullable<Ticket["seats"]> }>,
): void {
  const event = trpc.event.get.useQuery({ event_id: booking.event_id }, liveQuery);
  const isOld = now.data !== undefined && describeState(now.data) !== describeState(booking);
  const isReissued =
    tickets.data !== undefined && seats !== null && describeSeats(tickets.data.items) !== describeSeats(seats);
  const isEventOld = event.data !== undefined && event.data.revision > revision;
  const answeredAt = Math.max(now.dataUpdatedAt, tickets.dataUpdatedAt, event.dataUpdatedAt);
  useRefreshWhile(isOld || isReissued || isEventOld, answeredAt);
}
