import type { EventPage, EventStatus } from "@evently/core/event";
import { trpc } from "~/trpc/client";

/** The event's status by the newest map; until one has come, as it was when the page was made. */
export function useEventStatus({ event_id, status }: EventPage): EventStatus {
  const { data } = trpc.seat.map.useQuery({ event_id }, { enabled: false, select: (map) => map.status });
  return data ?? status;
}
