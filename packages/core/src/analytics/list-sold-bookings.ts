import type { Booking } from "../booking/booking.ts";
import { findBuyers } from "../booking/find-buyers.ts";
import { viewBookings } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import type { Page } from "../page-of.ts";
import type { Actor } from "../user/user.ts";
import type { SoldBooking } from "./analytics.ts";
import { findSoldBookings } from "./find-sold-bookings.ts";

type Input = {
  event_id: EventId;
  search?: string | undefined;
  state?: Booking["state"] | undefined;
  limit: number;
  cursor?: string | undefined;
};

/**
 * An event's bookings for its organizer, newest first, with the buyer and the refund that a cancellation by the
 * organizer, which has no deadline, would pay. A search that names a booking or a seat finds only that, the booking that has
 * the seat now first; any other text is looked for in names and addresses. A page may hold less than it could, and more
 * follow. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listSoldBookings(core: Core, actor: Actor, input: Input): Promise<Page<SoldBooking>> {
  const { event_id, state, search = "", limit, cursor } = input;
  const event = await getOwnEvent(core, actor, event_id, "box_office");
  const scope = `booking.listSold ${actor.user_id} ${event_id} ${JSON.stringify([state ?? "", search])}`;
  const after = cursor ? openCursor(core.secret, scope, cursor) : null;
  const { bookings, last } = await findSoldBookings(core, event, { state, search: search.trim(), limit, after });
  const [views, buyerOf] = await Promise.all([viewBookings(core, actor, bookings), findBuyers(core, bookings)]);
  const buyers = bookings.map(buyerOf);
  return {
    items: views.map((view, i) => ({ ...view, buyer: buyers[i] ?? { name: null, email: null } })),
    next_cursor: last === null ? null : sealCursor(core.secret, scope, last),
  };
}
