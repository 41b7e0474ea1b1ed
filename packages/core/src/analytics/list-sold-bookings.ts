import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { viewBookings } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import type { EventId } from "../event/event.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { Page } from "../page-of.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import type { Actor } from "../user/user.ts";
import type { SoldBooking } from "./analytics.ts";
import { findPeople } from "./find-people.ts";

type Input = {
  event_id: EventId;
  state?: Booking["state"] | undefined;
  limit: number;
  cursor?: string | undefined;
};

/**
 * An event's bookings for its organizer, newest first, with who bought and what the organizer's own cancellation would
 * give back, which has no closing time. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listSoldBookings(core: Core, actor: Actor, input: Input): Promise<Page<SoldBooking>> {
  const { event_id, state, limit, cursor } = input;
  await getOwnEvent(core, actor, event_id);
  const scope = `analytics.bookings ${actor.user_id} ${event_id} ${state ?? ""}`;
  const after = cursor ? openCursor(core.secret, scope, cursor) : undefined;
  const found = await readBookings(core, input, after);
  const bookings = found.slice(0, limit);
  const last = found.length > limit ? bookings.at(-1) : undefined;
  const views = await viewBookings(core, actor, bookings);
  const personOf = await findPeople(
    core,
    views.map(({ user_id }) => user_id),
  );
  return {
    items: views.map((view) => ({ ...view, buyer: personOf(view.user_id) })),
    next_cursor: last ? sealCursor(core.secret, scope, last.booking_date) : null,
  };
}

/** One more than the page holds, so that it is known whether another follows. */
async function readBookings(
  { table }: Core,
  { event_id, state, limit }: Input,
  after: string | undefined,
): Promise<Booking[]> {
  const found: Booking[] = [];
  const bookings = queryItems(table, {
    ...bookingsOf(event_id),
    newestFirst: true,
    // Where only some are wanted, as many again are read at once as may be needed to find them.
    ...(state ? {} : { limit: limit + 1 }),
    ...(after ? { after: keys.booking(event_id, after) } : {}),
  });
  for await (const item of bookings) {
    if (!state || item.state === state) found.push(toBooking(item));
    if (found.length > limit) break;
  }
  return found;
}
