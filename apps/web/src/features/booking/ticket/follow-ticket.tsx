"use client";

import type { BookingView } from "@evently/core/booking";
import { useEffect } from "react";
import { keepPage } from "~/features/offline/kept-pages";
import { trpc } from "~/trpc/client";
import { findFailure } from "~/trpc/failure";
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
  useRefreshWhile(...useIsOld({ booking, revision, seats }, now, tickets));
  return null;
}

/** The same for the page of whoever has the ticket's link, which goes once its buyer has replaced that. */
export function FollowLinkedTicket({ link, ...shown }: Props & { link: string }) {
  const now = trpc.ticket.get.useQuery({ link }, liveQuery);
  const tickets = trpc.ticket.list.useQuery({ link }, liveQuery);
  const [isOld, answeredAt] = useIsOld(shown, now, tickets);
  const isDead = findFailure(now.error)?.error_code === "BOOKING_NOT_FOUND";
  useEffect(() => {
    // Asked for anew, what this browser keeps of it is found dead, too.
    if (isDead) keepPage(`/t/${link}`).catch(() => undefined);
  }, [isDead, link]);
  useRefreshWhile(isOld || isDead, Math.max(answeredAt, now.errorUpdatedAt));
  return null;
}

type Polled<Data> = { data: Data | undefined; dataUpdatedAt: number };

/**
 * Its event was moved, changed or called off, the booking was cancelled or refunded, a ticket was issued anew, or somebody went in with it: whoever
 * stands at the door with an old code is refused.
 */
function useIsOld(
  { booking, revision, seats }: Props,
  now: Polled<BookingView>,
  tickets: Polled<{ items: NonNullable<Ticket["seats"]> }>,
): [isOld: boolean, answeredAt: number] {
  const event = trpc.event.get.useQuery({ event_id: booking.event_id }, liveQuery);
  const isOld = now.data !== undefined && describeState(now.data) !== describeState(booking);
  const isReissued =
    tickets.data !== undefined && seats !== null && describeSeats(tickets.data.items) !== describeSeats(seats);
  const isEventOld = event.data !== undefined && event.data.revision > revision;
  const answeredAt = Math.max(now.dataUpdatedAt, tickets.dataUpdatedAt, event.dataUpdatedAt);
  return [isOld || isReissued || isEventOld, answeredAt];
}
