import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import type { Actor } from "../user/user.ts";

/** The event for whoever works at its box office, read consistently. Throws EVENT_NOT_FOUND, FORBIDDEN. */
export const getServedEvent = (core: Core, actor: Actor, event_id: EventId): Promise<StoredEvent> =>
  getOwnEvent(core, actor, event_id, "box_office");

/** Throws EVENT_STATUS_CONFLICT for a draft, whose seats may still be others, and for an event that is called off. */
export function requireTakesPlace({ status }: StoredEvent): void {
  if (status !== "published" && status !== "paused") throw new EventlyError("EVENT_STATUS_CONFLICT", { status });
}
