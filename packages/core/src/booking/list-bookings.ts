import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { queryPage } from "../table/query-items.ts";
import type { Item } from "../table/transact.ts";
import type { Actor } from "../user/user.ts";
import { toBooking } from "./booking.table.ts";
import type { BookingView } from "./booking.ts";
import { viewBookings } from "./view-booking.ts";

type Input = { user_id: UserId; limit: number; cursor?: string | undefined };

/**
 * A user's bookings, newest first, for that user or an admin. Throws USER_NOT_FOUND for anyone else, INVALID_CURSOR.
 */
export async function listBookings(
  core: Core,
  actor: Actor,
  { user_id, limit, cursor }: Input,
): Promise<{ items: BookingView[]; next_cursor: string | null }> {
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
  return {
    items: await viewBookings(core, actor, page.items.map(toBooking)),
    next_cursor: page.next ? sealCursor(core.secret, scope, JSON.stringify(page.next)) : null,
  };
}
