import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { viewBookings } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import type { Page } from "../page-of.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import type { SoldBooking } from "./analytics.ts";
import { findPeople } from "./find-people.ts";
import { readSales } from "./read-sales.ts";

type Input = {
  event_id: EventId;
  state?: Booking["state"] | undefined;
  limit: number;
  cursor?: string | undefined;
};

/**
 * An event's bookings for its organizer, newest first, with the buyer and the refund that a cancellation by the
 * organizer, which has no deadline, would pay. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listSoldBookings(core: Core, actor: Actor, input: Input): Promise<Page<SoldBooking>> {
  const { event_id, state, cursor } = input;
  const event = await getOwnEvent(core, actor, event_id);
  const scope = `analytics.bookings ${actor.user_id} ${event_id} ${state ?? ""}`;
  const after = cursor ? openCursor(core.secret, scope, cursor) : undefined;
  const { bookings, last } = state
    ? await readOfState(core, event, state, input.limit, after)
    : await readAny(core, event, input.limit, after);
  const views = await viewBookings(core, actor, bookings);
  const personOf = await findPeople(
    core,
    views.map(({ user_id }) => user_id),
  );
  return {
    items: views.map((view) => ({ ...view, buyer: personOf(view.user_id) })),
    next_cursor: last === null ? null : sealCursor(core.secret, scope, last),
  };
}

/** Bookings of a page, newest first, and the position of the next page; null at the end. */
type Read = { bookings: Booking[]; last: string | null };

/** Reads one item more than the page holds, to know whether another page follows. */
async function readAny({ table }: Core, { event_id }: StoredEvent, limit: number, after?: string): Promise<Read> {
  const from = after ? { after: keys.booking(event_id, after) } : {};
  const query = { ...bookingsOf(event_id), newestFirst: true, limit: limit + 1, ...from };
  const found: Booking[] = [];
  for await (const item of queryItems(table, query)) {
    found.push(toBooking(item));
    if (found.length > limit) break;
  }
  const bookings = found.slice(0, limit);
  return { bookings, last: found.length > limit ? (bookings.at(-1)?.booking_date ?? null) : null };
}

/** The sales cache finds the bookings in the state without reading all of them; the table then confirms the state. */
async function readOfState(
  core: Core,
  event: StoredEvent,
  state: Booking["state"],
  limit: number,
  after?: string,
): Promise<Read> {
  const sales = await readSales(core, event);
  const wanted = sales
    .filter(({ cancelled_at }) => (cancelled_at === null) === (state === "confirmed"))
    .filter(({ booking_date }) => after === undefined || booking_date < after)
    .toReversed();
  const page = wanted.slice(0, limit).map(({ booking_date }) => booking_date);
  const items = await readItems(
    core.table,
    page.map((booking_date) => keys.booking(event.event_id, booking_date)),
  );
  const found = new Map(items.map(toBooking).map((booking) => [booking.booking_date, booking]));
  const bookings = page.flatMap((booking_date) => found.get(booking_date) ?? []);
  return {
    bookings: bookings.filter((booking) => booking.state === state),
    last: wanted.length > limit ? (page.at(-1) ?? null) : null,
  };
}
