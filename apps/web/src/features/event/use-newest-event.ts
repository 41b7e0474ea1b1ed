import type { EventPage } from "@evently/core/event";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { trpc } from "~/trpc/client";

/** Asks for the page anew while the map that it polls is of a later revision of the event: its times, prices or texts. */
export function useNewestEvent({ event_id, revision }: EventPage): void {
  const router = useRouter();
  const { data, dataUpdatedAt } = trpc.seat.map.useQuery({ event_id }, { enabled: false });
  const isOld = data !== undefined && data.revision > revision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every map, since the page may be some seconds old again.
  useEffect(() => {
    if (isOld) router.refresh();
  }, [isOld, dataUpdatedAt, router]);
}
