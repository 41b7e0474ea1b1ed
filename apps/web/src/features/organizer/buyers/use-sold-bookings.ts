import type { SoldBooking } from "@evently/core/analytics";
import type { BookingView } from "@evently/core/booking";
import type { EventId } from "@evently/core/event";
import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";

export type StateFilter = "all" | SoldBooking["state"];
type Page = { items: SoldBooking[]; next_cursor: string | null };

const limit = 50;
const keyOf = (event_id: EventId) => ["sold-bookings", event_id] as const;

/** An event's bookings, newest first, page by page. */
export function useSoldBookings(event_id: EventId, state: StateFilter) {
  const { client } = trpc.useUtils();
  return useInfiniteQuery({
    queryKey: [...keyOf(event_id), state],
    queryFn: ({ pageParam }) =>
      client.analytics.bookings.query({
        event_id,
        limit,
        ...(state === "all" ? {} : { state }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page) => last.next_cursor,
    staleTime: 0,
  });
}

/** Puts a cancelled booking where it stood, in every list that shows it; the event's figures are asked for anew. */
export function useReplaceSold(event_id: EventId): (changed: BookingView) => void {
  const queryClient = useQueryClient();
  const utils = trpc.useUtils();
  return (changed) => {
    const swap = (booking: SoldBooking) =>
      booking.booking_id === changed.booking_id ? { ...booking, ...changed } : booking;
    queryClient.setQueriesData<InfiniteData<Page>>(
      { queryKey: keyOf(event_id) },
      (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(swap) })) },
    );
    void utils.analytics.invalidate();
  };
}
