import type { HoldingView } from "@evently/core/hold";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { liveQuery } from "~/trpc/live-query";

/** Finds out, while the page is seen, that a hold was released elsewhere: by the event's organizer, or in another tab. */
export function useReleased({ holding_id, state }: HoldingView, onReleased: (released: HoldingView) => void): void {
  const { client } = trpc.useUtils();
  useQuery({
    ...liveQuery,
    refetchInterval: ({ state: { data } }) =>
      data === "active" || data === "paying" ? liveQuery.refetchInterval : false,
    queryKey: ["released", holding_id],
    // Not an effect: what shows the hold may be gone by the answer, with the list of those that are open.
    queryFn: async () => {
      const now = await client.hold.get.query({ holding_id });
      if (now.state === "released") onReleased(now);
      return now.state;
    },
    initialData: state,
    refetchOnMount: false,
    enabled: state === "active",
  });
}
