import type { Core } from "../core.ts";
import type { BookingId, UserId } from "../ids.ts";
import { queryPage } from "../table/query-items.ts";
import type { User } from "../user/user.ts";
import { toBooking } from "./booking.table.ts";
import type { Booking } from "./booking.ts";
import { findFormer } from "./find-former.ts";

/** How many people's bookings are read, how many of each, and how many are offered at once. */
const [mostPeople, mostOfEach, mostOffered] = [50, 50, 200];

/**
 * Bookings that may be those of somebody who signs in, newest first: see `findFormer`. Those that are adopted make room for
 * others at the next sign-in. Throws UNAVAILABLE.
 */
export async function listFound(core: Core, user: User, guest_id: UserId | null): Promise<BookingId[]> {
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
  return newest.slice(0, mostOffered).map(({ booking_id }) => booking_id);
}
