import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";

/**
 * Whether somebody has booked seats of an event, or has lately held some; reads all of their bookings in the worst case.
 * Throws UNAVAILABLE.
 */
export async function isCustomerOf({ table }: Core, { user_id }: Actor, event_id: EventId): Promise<boolean> {
  if (await readItem(table, keys.quota(event_id, user_id))) return true;
  for await (const { pk } of queryItems(table, { index: "byUser", partition: user_id, newestFirst: true }))
    if (pk === event_id) return true;
  return false;
}
