import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { keys } from "../table/keys.ts";
import { updateItem } from "../table/update-item.ts";
import type { Actor } from "../user/user.ts";
import { changeStatus } from "./change-status.ts";
import { copySeats } from "./copy-seats.ts";
import type { StoredEvent } from "./event.table.ts";
import { Event, type EventStatus } from "./event.ts";
import { getOwnEvent } from "./get-event.ts";

/** From where each status may be reached by its organizer. */
const reachableFrom = {
  published: ["draft", "paused"],
  paused: ["published"],
  cancelling: ["draft", "published", "paused"],
} as const satisfies Partial<Record<EventStatus, readonly EventStatus[]>>;

/**
 * Publish or resume, pause, or begin to cancel; said twice, it answers the same. A draft whose seats are still being copied
 * is published once they are. Throws EVENT_NOT_FOUND, FORBIDDEN, EVENT_STATUS_CONFLICT.
 */
export async function setEventStatus(
  core: Core,
  actor: Actor,
  input: { event_id: string; status: keyof typeof reachableFrom },
): Promise<StoredEvent> {
  const event = await getOwnEvent(core, actor, input.event_id);
  if (event.status === input.status) return event;
  const allowed: readonly EventStatus[] = reachableFrom[input.status];
  if (!allowed.includes(event.status)) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: event.status });
  if (event.after_copy !== null && input.status === "published") return publishAfterCopy(core, event);
  const changed = { ...event, status: input.status, after_copy: null };
  return changeStatus(core, event, input.status, { answer: () => ({ output: Event.parse(changed) }) });
}

async function publishAfterCopy(core: Core, event: StoredEvent): Promise<StoredEvent> {
  const wish = await updateItem(core.table, {
    key: keys.event(event.event_id),
    update: "SET after_copy = :publish",
    condition: "#status = :draft AND after_copy <> :null",
    names: { "#status": "status" },
    values: { ":publish": "publish", ":draft": "draft", ":null": null },
  });
  return wish.done ? copySeats(core, event) : changeStatus(core, { ...event, after_copy: null }, "published");
}
