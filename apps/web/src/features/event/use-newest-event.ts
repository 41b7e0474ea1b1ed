import type { EventPage } from "@evently/core/event";
import { trpc } from "~/trpc/client";
import { useRefreshWhile } from "~/ui/use-refresh-while";

/** Asks for the page anew while the map that it polls is of a later revision of the event: its times, prices or texts. */
export function useNewestEvent({ event_id, revision }: EventPage): void {
  const { data, dataUpdatedAt } = trpc.seat.map.useQuery({ event_id }, { enabled: false });
  useRefreshWhile(data !== undefined && data.revision > revision, dataUpdatedAt);
}
