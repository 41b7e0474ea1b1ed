import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { isChangeable } from "../event/event.rules.ts";
import { findEvent } from "../event/find-event.ts";
import type { EventId } from "../ids.ts";
import { type Affected, countAffected } from "./count-affected.ts";
import { withdrawEvent } from "./withdraw-event.ts";

/** `isNew` unless it was so before. */
export type Hidden = Affected & { isNew: boolean };

type Hiding = { event_id: EventId; isHidden: boolean; reason?: string | undefined };

/**
 * Hides an event from everybody but its organizer and those who have seats in it, so that it doesn't sell, or shows it
 * again; idempotent. Throws EVENT_NOT_FOUND, and EVENT_STATUS_CONFLICT for what is called off or being deleted.
 */
export async function hideEvent(core: Core, { event_id, isHidden, reason }: Hiding): Promise<Hidden> {
  const event = await findEvent(core.table, event_id);
  if (!event) throw new EventlyError("EVENT_NOT_FOUND", {});
  if (isHidden && !isChangeable(event)) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: event.status });
  const action = isHidden ? "event.hidden" : "event.shown";
  const isNew = await withdrawEvent(core, event, { because: "hidden_at", isGone: isHidden, action, reason });
  return { ...(await countAffected(core, event_id)), isNew };
}
