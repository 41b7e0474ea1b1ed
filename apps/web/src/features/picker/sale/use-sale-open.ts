import type { EventPage } from "@evently/core/event";
import { useServerTime } from "~/features/clock/use-server-time";
import { saleStatus } from "./sale-status";
import { useEventStatus } from "./use-event-status";

/** Whether seats can be selected now. */
export function useSaleOpen(event: EventPage): boolean {
  const status = useEventStatus(event);
  return useServerTime((now) => saleStatus({ ...event, status }, now).open);
}
