import type { Core } from "../core.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import { toUser } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { readEveryBooking } from "./read-sales.ts";

/** Whom a change concerns: bookings that are not cancelled, and how many of their buyers can't be told of it. */
export type Reachable = { bookings: number; without_address: number };

/** For the event's organizer, before they move it. Throws EVENT_NOT_FOUND, FORBIDDEN, UNAVAILABLE. */
export async function countReachable(
  core: Core,
  actor: Actor,
  { event_id }: { event_id: EventId },
): Promise<Reachable> {
  const event = await getOwnEvent(core, actor, event_id, "box_office");
  const current = (await readEveryBooking(core, event)).filter(({ cancelled_at }) => cancelled_at === null);
  const buyers = [...new Set(current.map(({ user_id }) => user_id))];
  const users = (await readItems(core.table, buyers.map(keys.user))).map(toUser);
  const reachable = users.filter(({ email }) => email !== null).length;
  return { bookings: current.length, without_address: buyers.length - reachable };
}
