import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { BookedEvent } from "~/features/booking/find-booked-event";
import { trpc } from "~/trpc/client";

const everyMs = 10_000;

/**
 * The event of an order as it is now: while nothing is being paid, asked again when the page opens or regains the focus, and
 * every ten seconds. Whatever the server rendered of an earlier revision is asked for anew.
 */
export function useOrderEvent(initial: BookedEvent, isReady: boolean): BookedEvent {
  const { event_id, revision } = initial;
  const router = useRouter();
  const { data, dataUpdatedAt } = trpc.event.get.useQuery(
    { event_id },
    { staleTime: 0, enabled: isReady, refetchOnWindowFocus: "always", refetchInterval: everyMs },
  );
  const isOld = data !== undefined && data.revision > revision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every answer, since the page may be some seconds old again.
  useEffect(() => {
    if (isOld) router.refresh();
  }, [isOld, dataUpdatedAt, router]);
  return isOld ? data : initial;
}
