import type { EventPage } from "@evently/core/event";
import { isOnSale } from "@evently/core/event/event.rules";
import { useServerTime } from "~/features/clock/use-server-time";
import { useEventStatus } from "./use-event-status";

/** Whether seats can be selected now. */
export function useSaleOpen(event: EventPage): boolean {
  const status = useEventStatus(event);
  return useServerTime((now) => isOnSale({ ...event, status }, now));
}
