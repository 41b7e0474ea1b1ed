import type { EventPage } from "@evently/core/event";
import { saleStatus } from "@evently/core/event/event.rules";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useServerTime } from "~/features/clock/use-server-time";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { isChanging, liveInterval } from "../live/live-interval";

const path = ["hold", "holders"] as const;
/** A refetch loads every page, so only a short list is live. */
const maxLivePages = 2;

/** Who holds seats of an event, page by page; live while it sells. */
export function useHolders(event: EventPage) {
  const { client } = trpc.useUtils();
  const isLive = useServerTime((now) => isChanging(saleStatus(event, now)));
  const query = useInfiniteQuery({
    ...pageQuery(path, { event_id: event.event_id, limit: 100 }, (page) => client.hold.holders.query(page)),
    refetchInterval: ({ state: { data } }) => liveInterval(isLive && (data?.pages.length ?? 0) <= maxLivePages),
    staleTime: 0,
  });
  return { query, isLive };
}
