import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { type Recording, transactIdempotent } from "../idempotency/transact-idempotent.ts";
import { moveStatus, putCatalogChange, type StoredEvent } from "./event.table.ts";
import type { EventStatus } from "./event.ts";
import { findEvent } from "./find-event.ts";

/**
 * A conditional change from the status that was read, logged for every process's catalog. Throws EVENT_STATUS_CONFLICT.
 */
export async function changeStatus(
  core: Core,
  event: StoredEvent,
  to: EventStatus,
  recording: Recording = { lease: null },
): Promise<StoredEvent> {
  const now = core.clock();
  const actions = [moveStatus(event, to, now), putCatalogChange(event.event_id, now)];
  const outcome = await transactIdempotent(core.table, actions, recording);
  core.events.forget(event.event_id);
  const status = outcome.done ? to : (await findEvent(core.table, event.event_id))?.status;
  if (status !== to) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: status ?? "gone" });
  const never_shown = event.never_shown || (event.status === "draft" && to === "cancelling");
  return { ...event, status: to, after_copy: null, never_shown };
}
