import type { BookingView } from "@evently/core/booking";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";

export type BookingPage = { items: BookingView[]; next_cursor: string | null };
type List = (input: { limit: number; cursor?: string }) => Promise<BookingPage>;

const limit = 20;

export const bookingsKey = ["bookings"] as const;

/** The caller's bookings as an infinite query, newest first, for the server's prefetch and the browser alike. */
export function bookingsQuery(list: List) {
  return {
    queryKey: bookingsKey,
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      list(pageParam === null ? { limit } : { limit, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: BookingPage) => last.next_cursor,
  };
}

/** Puts a changed booking in the place of the old one, wherever it is listed. */
export function replaceBooking(queryClient: QueryClient, changed: BookingView): void {
  queryClient.setQueryData<InfiniteData<BookingPage>>(
    bookingsKey,
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(swap) })) },
  );
  function swap(booking: BookingView): BookingView {
    return booking.booking_id === changed.booking_id ? changed : booking;
  }
}
