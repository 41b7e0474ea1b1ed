import type { EventPage } from "@evently/core/event";
import { useServerTime } from "~/features/clock/use-server-time";
import { standOfSale } from "./sale-status";
import { useEventStatus } from "./use-event-status";

/** Whether seats can be chosen now. */
export function useSaleOpen(event: EventPage): boolean {
  const status = useEventStatus(event);
  return useServerTime((now) => standOfSale({ ...event, status }, now).open);
}
