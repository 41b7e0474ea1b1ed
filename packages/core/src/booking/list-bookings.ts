import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";
import type { Actor } from "../user/user.ts";
import { toVersions, type Versions } from "../user/versions.ts";
import { toBooking } from "./booking.table.ts";
import type { Booking, BookingView, OwnBookingView } from "./booking.ts";
import { linkOf, nameOfLink } from "./booking-link.ts";
import { viewBookings } from "./view-booking.ts";

type Input = { user_id: UserId; limit: number; cursor?: string | undefined };

/**
 * A user's bookings, newest first, for that user, with their links, or an admin. Throws USER_NOT_FOUND for anyone else, INVALID_CURSOR.
 */
export async function listBookings(
  core: Core,
  actor: Actor,
  { user_id, limit, cursor }: Input,
): Promise<{ items: OwnBookingView[]; next_cursor: string | null }> {
  if (actor.user_id !== user_id && actor.role !== "admin") throw new EventlyError("USER_NOT_FOUND", {});
  const scope = `booking.list ${actor.user_id} ${user_id}`;
  const after = cursor ? (JSON.parse(openCursor(core.secret, scope, cursor)) as Item) : undefined;
  const page = await queryPage(core.table, {
    index: "byUser",
    partition: user_id,
    newestFirst: true,
    limit,
    ...(after ? { after } : {}),
  });
  const bookings = page.items.map(toBooking);
  const [views, buyer] = await Promise.all([
    viewBookings(core, actor, bookings),
    actor.user_id === user_id ? readItem(core.table, keys.user(user_id)) : null,
  ]);
  return {
    items: buyer ? addLinks(core, views, { bookings, owner: toVersions(buyer) }) : views,
    next_cursor: page.next ? sealCursor(core.secret, scope, JSON.stringify(page.next)) : null,
  };
}

function addLinks(
  { linkKeys }: Core,
  views: BookingView[],
  { bookings, owner }: { bookings: Booking[]; owner: Versions },
): OwnBookingView[] {
  const links = new Map(bookings.map((booking) => [booking.booking_id, nameOfLink(linkOf(linkKeys, booking, owner))]));
  return views.map((view) => ({ ...view, link: links.get(view.booking_id) }));
}
