import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { type IdempotentResponse, transactIdempotent } from "../idempotency/transact-idempotent.ts";
import { moveStatus, putCatalogChange, type StoredEvent } from "./event.table.ts";
import type { EventStatus } from "./event.ts";
import { findEvent } from "./find-event.ts";

/** One conditional step from the status that was read, logged for every process's catalogue. Throws EVENT_STATUS_CONFLICT. */
export async function changeStatus(
  core: Core,
  event: StoredEvent,
  to: EventStatus,
  told?: IdempotentResponse,
): Promise<StoredEvent> {
  const now = core.clock();
  const { status: from, after_copy } = event;
  const actions = [
    moveStatus(event, { from, to, after_copy, look_at: to === "cancelling" ? now : undefined }),
    putCatalogChange(event.event_id, now),
  ];
  const outcome = await transactIdempotent(core, actions, told);
  core.events.forget(event.event_id);
  const status = outcome.done ? to : (await findEvent(core.table, event.event_id))?.status;
  if (status !== to) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: status ?? "gone" });
  const never_shown = event.never_shown || (from === "draft" && to === "cancelling");
  return { ...event, status: to, after_copy: null, never_shown };
}
