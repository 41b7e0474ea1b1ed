"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { bookingsQuery } from "./bookings-query";

/** The visitor's bookings and, a moment later, their events. Without a session there are none. */
export function useBookings() {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery(bookingsQuery((input) => client.booking.list.query(input)));
  const bookings = query.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = [...new Set(bookings.map(({ event_id }) => event_id))];
  const events = trpc.useQueries((t) => ids.map((event_id) => t.event.get({ event_id }, { staleTime: 60_000 })));
  const listed = bookings.map((booking) => {
    const event = events[ids.indexOf(booking.event_id)];
    return { booking, event: event?.data ?? null };
  });
  return { query, listed, hasNoSession: findFailureOf(query.error, "SIGN_IN_REQUIRED") !== null };
}
