import type { EventPage, EventStatus } from "@evently/core/event";
import { trpc } from "~/trpc/client";

/** How the event stands by the newest map; until one has come, as the page was made. */
export function useEventStatus({ event_id, status }: EventPage): EventStatus {
  const { data } = trpc.seat.map.useQuery({ event_id }, { enabled: false, select: (map) => map.status });
  return data ?? status;
}
