import type { BookedEvent } from "~/features/booking/find-booked-event";
import { trpc } from "~/trpc/client";
import { liveQuery } from "~/trpc/live-query";
import { useRefreshWhile } from "~/ui/use-refresh-while";

/**
 * The event of an order as it is now: asked for again while nothing is being paid. Whatever the server rendered of an earlier
 * revision is asked for anew.
 */
export function useOrderEvent(initial: BookedEvent, isReady: boolean): BookedEvent {
  const { event_id, revision } = initial;
  const { data, dataUpdatedAt } = trpc.event.get.useQuery({ event_id }, { ...liveQuery, enabled: isReady });
  const isOld = data !== undefined && data.revision > revision;
  useRefreshWhile(isOld, dataUpdatedAt);
  return isOld ? data : initial;
}
