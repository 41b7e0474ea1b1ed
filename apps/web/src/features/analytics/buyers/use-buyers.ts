import type { EventId } from "@evently/core/ids";
import { useInfiniteQuery } from "@tanstack/react-query";
import { liveInterval } from "~/features/organizer/live/live-interval";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";

/** An event's buyers by what they spent; every page has the summary of all of them. */
export function useBuyers(event_id: EventId, isLive: boolean) {
  const { client } = trpc.useUtils();
  return useInfiniteQuery({
    ...pageQuery(["analytics", "buyers"], { event_id, limit: 50 }, (input) => client.analytics.buyers.query(input)),
    refetchInterval: liveInterval(isLive),
  });
}
