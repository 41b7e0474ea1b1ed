import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { isVisibleTo } from "../event/event.rules.ts";
import type { EventStatus } from "../event/event.ts";
import type { EventId } from "../ids.ts";
import { toPublicSeat } from "../seat/seat.rules.ts";
import type { PublicSeat, SeatMap, SeatState } from "../seat/seat.ts";
import type { Actor } from "../user/user.ts";
import { listPlaces } from "../venue/layout.rules.ts";
import { packSeatMap } from "./seat-maps.ts";

type Input = { event_id: EventId };

/** The packed map of an event, and how the event stands, so that an open page learns of a pause; the same for everyone. Throws EVENT_NOT_FOUND. */
export async function getSeatMap(
  core: Core,
  actor: Actor | null,
  input: Input,
): Promise<SeatMap & { status: EventStatus }> {
  const event = await getVisibleEvent(core, actor, input);
  const { seats } = await core.maps.get(event);
  return { ...packSeatMap(event, seats, core.clock()), status: event.status };
}

type Filter = Input & { seat_type?: string | undefined; seat_state?: SeatState | undefined };

/**
 * The whole list of an event's seats in natural order as the live map has them, never who holds or booked them. Throws
 * EVENT_NOT_FOUND.
 */
export async function listSeats(core: Core, actor: Actor | null, input: Filter): Promise<PublicSeat[]> {
  const event = await getVisibleEvent(core, actor, input);
  const { layout, seats } = await core.maps.get(event);
  const now = core.clock();
  const { event_id, seat_type_prices } = event;
  const shown = listPlaces(layout.layout).map((place, i) => {
    const seat_type = layout.types[i] ?? "";
    const seat = { event_id, ...place, seat_type, price: seat_type_prices[seat_type] ?? 0 };
    // Of a draft some may still have to be copied, and none can be held or sold.
    const known = event.status === "draft" ? free : (seats[i] ?? free);
    return toPublicSeat({ ...seat, ...known }, now);
  });
  const { seat_type = null, seat_state = null } = input;
  return shown.filter(
    (seat) => (seat_type ?? seat.seat_type) === seat.seat_type && (seat_state ?? seat.seat_state) === seat.seat_state,
  );
}

const free = { seat_state: "available", hold_ttl: null } as const;

async function getVisibleEvent(core: Core, actor: Actor | null, { event_id }: Input) {
  const event = await core.events.find(event_id);
  if (!event || !isVisibleTo(event, actor)) throw new EventlyError("EVENT_NOT_FOUND", {});
  return event;
}
