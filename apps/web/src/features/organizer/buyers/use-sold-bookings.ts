import type { SoldBooking } from "@evently/core/analytics";
import type { BookingView } from "@evently/core/booking";
import type { EventPage } from "@evently/core/event";
import { saleStatus } from "@evently/core/event/event.rules";
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useServerTime } from "~/features/clock/use-server-time";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { isChanging, liveInterval } from "../live/live-interval";

export type StateFilter = "all" | SoldBooking["state"];
type Page = { items: SoldBooking[]; next_cursor: string | null };

const path = ["booking", "listSold"] as const;
/** A refetch loads every page, so only a short list is live. */
const maxLivePages = 2;

/** An event's bookings, newest first, page by page, or those that a search finds; live while it sells and nothing is searched. */
export function useSoldBookings(event: EventPage, state: StateFilter, search: string) {
  const { client } = trpc.useUtils();
  const isLive = useServerTime((now) => isChanging(saleStatus(event, now)));
  const input = {
    event_id: event.event_id,
    limit: 50,
    ...(state === "all" ? {} : { state }),
    ...(search ? { search } : {}),
  };
  const query = useInfiniteQuery({
    ...pageQuery(path, input, (page) => client.booking.listSold.query(page)),
    refetchInterval: ({ state: { data } }) =>
      liveInterval(isLive && search === "" && (data?.pages.length ?? 0) <= maxLivePages),
    staleTime: 0,
    // What was found before stays until the next answer, and says so.
    placeholderData: keepPreviousData,
  });
  return { query, isLive };
}

/** Replaces a cancelled booking in every list, then refetches lists and figures. */
export function useReplaceSold(): (changed: BookingView) => Promise<void> {
  const queryClient = useQueryClient();
  const utils = trpc.useUtils();
  return async (changed) => {
    const replace = (booking: SoldBooking) =>
      booking.booking_id === changed.booking_id ? { ...booking, ...changed } : booking;
    // A pending answer may be older than the cancellation.
    await queryClient.cancelQueries({ queryKey: [path] });
    queryClient.setQueriesData<InfiniteData<Page>>(
      { queryKey: [path] },
      (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(replace) })) },
    );
    void utils.analytics.invalidate();
    void utils.booking.listSold.invalidate();
  };
}
