import type { BookingView } from "@evently/core/booking";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { pageQuery } from "~/trpc/page-query";

type BookingPage = { items: BookingView[]; next_cursor: string | null };
type List = (input: { limit: number; cursor?: string }) => Promise<BookingPage>;

const path = ["booking", "list"] as const;

export const bookingsKey = [path] as const;

/** The visitor's bookings, newest first, for the server's prefetch and the browser alike. */
export const bookingsQuery = (list: List) => pageQuery(path, { limit: 20 }, list);

/** Replaces a changed booking in the list. */
export function replaceBooking(queryClient: QueryClient, changed: BookingView): void {
  const replace = (booking: BookingView) => (booking.booking_id === changed.booking_id ? changed : booking);
  queryClient.setQueriesData<InfiniteData<BookingPage>>(
    { queryKey: bookingsKey },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(replace) })) },
  );
}
