import type { Core } from "../core.ts";
import { isFree } from "../seat/seat.rules.ts";
import type { StoredEvent } from "./event.table.ts";
import type { Availability } from "./event.ts";

/** An event's seats by state, from this process's live map. A draft has none held or sold. */
export async function countAvailability(core: Core, event: StoredEvent): Promise<Availability> {
  const { layout, seats } = await core.maps.get(event);
  const now = core.clock();
  const counted = { seats_available: 0, seats_held: 0, seats_blocked: 0, seats_sold: 0 };
  const types = new Map<string, { total: number; available: number }>();
  for (const [i, type] of layout.types.entries()) {
    const seat = seats[i];
    const ofType = types.get(type) ?? { total: 0, available: 0 };
    types.set(type, ofType);
    ofType.total++;
    if (event.status === "draft" || (seat && isFree(seat, now))) {
      counted.seats_available++;
      ofType.available++;
    } else if (seat?.seat_state === "held") counted.seats_held++;
    else if (seat?.seat_state === "blocked") counted.seats_blocked++;
    else counted.seats_sold++;
  }
  return { ...counted, by_seat_type: Object.fromEntries(types) };
}
