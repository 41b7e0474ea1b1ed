import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { isVisibleTo } from "../event/event.rules.ts";
import type { EventStatus } from "../event/event.ts";
import type { EventId } from "../ids.ts";
import type { SeatMap } from "../seat/seat.ts";
import type { Actor } from "../user/user.ts";
import type { SeatFilter, SeatList } from "./seat-lists.ts";
import { packSeatMap } from "./seat-maps.ts";

type Input = { event_id: EventId };

/**
 * The packed seat map with the event's status and revision, so that open pages notice a pause and a change; the same for
 * every caller. Throws EVENT_NOT_FOUND.
 */
export async function getSeatMap(
  core: Core,
  actor: Actor | null,
  input: Input,
): Promise<SeatMap & { status: EventStatus; revision: number }> {
  const event = await getVisibleEvent(core, actor, input);
  const { seats } = await core.maps.get(event);
  return { ...packSeatMap(event, seats, core.clock()), status: event.status, revision: event.revision };
}

/**
 * All seats of an event in natural order, at most a second behind the live map, without who holds or booked them.
 * Throws EVENT_NOT_FOUND.
 */
export async function listSeats(core: Core, actor: Actor | null, input: Input & SeatFilter): Promise<SeatList> {
  const event = await getVisibleEvent(core, actor, input);
  return core.seatLists.get(event, await core.maps.get(event), input);
}

async function getVisibleEvent(core: Core, actor: Actor | null, { event_id }: Input) {
  const event = await core.events.find(event_id);
  if (!event || !isVisibleTo(event, actor)) throw new EventlyError("EVENT_NOT_FOUND", {});
  return event;
}
