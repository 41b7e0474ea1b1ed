import "server-only";
import type { EventId } from "@evently/core/event";
import { getApi } from "~/trpc/server";
import type { BookedEvent } from "./list/group-bookings";

/** The event without its long texts, which neither a ticket nor a checkout shows. Throws EVENT_NOT_FOUND. */
export async function findBookedEvent(event_id: EventId): Promise<{ event: BookedEvent; layout_id: string }> {
  const {
    description: _,
    programme: __,
    seat_type_prices: ___,
    layout_id,
    ...event
  } = await getApi().event.get.query({
    event_id,
  });
  return { event, layout_id };
}
