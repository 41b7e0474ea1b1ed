"use client";

import type { BookingView } from "@evently/core/booking";
import { trpc } from "~/trpc/client";
import { liveQuery } from "~/trpc/live-query";
import { useRefreshWhile } from "~/ui/use-refresh-while";
import { describePayment } from "../describe-payment";

type Props = { booking: BookingView; revision: number };

/** Asks for the page anew once its event was moved, changed or called off, or the booking was cancelled or refunded, elsewhere. */
export function FollowTicket({ booking, revision }: Props) {
  const { booking_id, event_id } = booking;
  const now = trpc.booking.get.useQuery({ booking_id }, liveQuery);
  const event = trpc.event.get.useQuery({ event_id }, liveQuery);
  const isOld = now.data !== undefined && describeState(now.data) !== describeState(booking);
  const isEventOld = event.data !== undefined && event.data.revision > revision;
  useRefreshWhile(isOld || isEventOld, Math.max(now.dataUpdatedAt, event.dataUpdatedAt));
  return null;
}

/** What the page shows of a booking and is not decided when it is made. */
const describeState = (booking: BookingView): string =>
  JSON.stringify([booking.state, describePayment(booking), booking.refund_if_cancelled]);
