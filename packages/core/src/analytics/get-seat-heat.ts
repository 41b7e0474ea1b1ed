import type { Core } from "../core.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { toSeconds } from "../time.ts";
import type { Actor } from "../user/user.ts";
import type { SeatHeat, SeatPerformance } from "./analytics.ts";
import { readPerformances } from "./read-performances.ts";

/** Performance of every seat of an event, packed in the layout's order. Throws EVENT_NOT_FOUND, FORBIDDEN. */
export async function getSeatHeat(core: Core, actor: Actor, { event_id }: { event_id: EventId }): Promise<SeatHeat> {
  const event = await getOwnEvent(core, actor, event_id, "viewer");
  const performances = await readPerformances(core, event);
  const { seats } = await core.layouts.get(event.layout_id);
  const pack = (read: (seat: SeatPerformance) => number): number[] => {
    const packed = seats.map(() => 0);
    for (const { index, seat } of performances) packed[index] = read(seat);
    return packed;
  };
  return {
    event_id,
    layout_id: event.layout_id,
    times_held: pack(({ times_held }) => times_held),
    times_dropped: pack(({ times_dropped }) => times_dropped),
    times_booked: pack(({ times_booked }) => times_booked),
    first_booked: pack(({ first_booked_at }) => (first_booked_at ? Math.floor(toSeconds(first_booked_at)) : 0)),
  };
}
