import type { Core } from "../core.ts";
import { latestEnd } from "../door-key/door-key.rules.ts";
import { EventlyError } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { type Doorkeeper, hasKey } from "./doorkeeper.ts";

/**
 * The event for whoever stands at its door. Throws EVENT_NOT_FOUND, FORBIDDEN, also for a key of another event, and SIGN_IN_REQUIRED for
 * a key once the event has been over for too long.
 */
export async function getDoorEvent(core: Core, keeper: Doorkeeper, event_id: EventId): Promise<StoredEvent> {
  if (!hasKey(keeper)) return getOwnEvent(core, keeper, event_id, "door");
  if (keeper.event_id !== event_id)
    throw new EventlyError("FORBIDDEN", { role: "door" }, "This key is for the door of another event.");
  const event = await findEvent(core.table, event_id);
  if (!event) throw new EventlyError("EVENT_NOT_FOUND", {});
  if (core.clock() >= latestEnd(event)) throw new EventlyError("SIGN_IN_REQUIRED", {});
  return event;
}
