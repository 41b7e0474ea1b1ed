import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import type { Actor } from "../user/user.ts";

/** The event for whoever stands at its door. Throws EVENT_NOT_FOUND, FORBIDDEN. */
export const getDoorEvent = (core: Core, actor: Actor, event_id: EventId): Promise<StoredEvent> =>
  getOwnEvent(core, actor, event_id, "door");
