import type { EventPage } from "@evently/core/event";
import { useEffect, useState } from "react";
import { createServerClock } from "~/features/hold/server-clock";
import { trpc } from "~/trpc/client";
import { standOfSale } from "./sale-stand";
import { useEventStatus } from "./use-event-status";

/** Whether seats can be chosen now, second by second. `serverNow` in epoch seconds, until a map tells the time anew. */
export function useSaleOpen(event: EventPage, serverNow: number): boolean {
  const [now, setNow] = useState(serverNow);
  const [clock] = useState(() => createServerClock());
  const status = useEventStatus(event);
  const { event_id } = event;
  const { data: told } = trpc.seat.map.useQuery({ event_id }, { enabled: false, select: (map) => map.server_now });
  useEffect(() => clock.sync(told ?? serverNow), [clock, told, serverNow]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Math.floor(clock.now())), 500);
    return () => clearInterval(timer);
  }, [clock]);
  return standOfSale({ ...event, status }, now).open;
}
