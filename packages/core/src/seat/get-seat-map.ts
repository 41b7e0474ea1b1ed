import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { runsEvent } from "../event/event.rules.ts";
import type { EventId, EventStatus } from "../event/event.ts";
import { queryItems } from "../table/query-items.ts";
import type { Actor } from "../user/user.ts";
import { compareSeats, toPublicSeat } from "./seat.rules.ts";
import { isSeatItem, seatsOf, toSeat } from "./seat.table.ts";
import type { PublicSeat, SeatMap, SeatState } from "./seat.ts";
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

/** The whole list of an event's seats in natural order, never who holds or booked them. Throws EVENT_NOT_FOUND. */
export async function listSeats(core: Core, actor: Actor | null, input: Filter): Promise<PublicSeat[]> {
  const event = await getVisibleEvent(core, actor, input);
  const now = core.clock();
  const seats: PublicSeat[] = [];
  for await (const item of queryItems(core.table, seatsOf(event.event_id))) {
    if (!isSeatItem(item)) continue;
    const seat = toPublicSeat(toSeat(item), now);
    const wanted = !input.seat_type || seat.seat_type === input.seat_type;
    if (wanted && (!input.seat_state || seat.seat_state === input.seat_state)) seats.push(seat);
  }
  return seats.sort(compareSeats);
}

async function getVisibleEvent(core: Core, actor: Actor | null, { event_id }: Input) {
  const event = await core.events.find(event_id);
  if (!event || (event.status === "draft" && !runsEvent(event, actor))) throw new EventlyError("EVENT_NOT_FOUND", {});
  return event;
}
