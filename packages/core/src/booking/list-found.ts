import type { Core } from "../core.ts";
import type { BookingId, UserId } from "../ids.ts";
import { queryPage } from "../table/query-items.ts";
import type { User } from "../user/user.ts";
import { toBooking } from "./booking.table.ts";
import type { Booking, FoundBooking } from "./booking.ts";
import { findFormer } from "./find-former.ts";

/** How many people's bookings are read, how many of each, and how many are offered at once. */
const [mostPeople, mostOfEach, mostOffered] = [50, 50, 200];

/**
 * Bookings that may be those of somebody who signs in, newest first: see `findFormer`. Those that are adopted make room for
 * others at the next sign-in. Throws UNAVAILABLE.
 */
export async function listFound(core: Core, user: User, guest_id: UserId | null): Promise<BookingId[]> {
  return (await readFound(core, user, guest_id)).map(({ booking_id }) => booking_id);
}

/** The same for whoever is asked about them: by their events, as they are now. Throws UNAVAILABLE. */
export async function describeFound(core: Core, user: User, guest_id: UserId | null): Promise<FoundBooking[]> {
  const found = await readFound(core, user, guest_id);
  const events = await core.events.findAll(found.map(({ event_id }) => event_id));
  return found.flatMap(({ booking_id, event_id, seats, state }) => {
    const event = events.get(event_id);
    if (!event) return [];
    const { name, start_time, timezone } = event;
    return { booking_id, event_name: name, start_time, timezone, seat_count: seats.length, state };
  });
}

async function readFound(core: Core, user: User, guest_id: UserId | null): Promise<Booking[]> {
  const former = await findFormer(core, user, guest_id);
  const found: Booking[] = [];
  for (const user_id of [...former.keys()].slice(0, mostPeople)) {
    const page = await queryPage(core.table, {
      index: "byUser",
      partition: user_id,
      newestFirst: true,
      limit: mostOfEach,
    });
    found.push(...page.items.map(toBooking));
  }
  const newest = found.sort((a, b) => (a.booking_date < b.booking_date ? 1 : -1));
  return newest.slice(0, mostOffered);
}
