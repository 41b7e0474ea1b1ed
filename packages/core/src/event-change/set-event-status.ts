import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError, isFailure } from "../errors.ts";
import { changeStatus, type StatusChange } from "../event/change-status.ts";
import { isSaleOver } from "../event/event.rules.ts";
import { reviseEvent, type StoredEvent, viewEvent } from "../event/event.table.ts";
import type { Event, EventStatus } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { findPayee } from "../event/find-payee.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { resumeSeats } from "../event-seats/create-seats.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { EventId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";

/** The statuses from which an organizer may reach each status. */
const reachableFrom = {
  published: ["draft", "paused"],
  paused: ["published"],
  cancelling: ["draft", "published", "paused"],
} as const satisfies Partial<Record<EventStatus, readonly EventStatus[]>>;

/**
 * Publishes, resumes, pauses or starts to cancel an event; idempotent. A draft whose seats are still being copied is
 * published once they are. Throws EVENT_NOT_FOUND, FORBIDDEN, EVENT_STATUS_CONFLICT, SALE_CLOSED for a draft whose
 * sale would already be over, and what `changeStatus` throws.
 */
export async function setEventStatus(
  core: Core,
  actor: Actor,
  input: { event_id: EventId; status: keyof typeof reachableFrom; reason?: string | undefined },
  lease: IdempotencyLease | null = null,
): Promise<Event> {
  const event = await getOwnEvent(core, actor, input.event_id);
  if (event.status === input.status) return viewEvent(event);
  const allowed: readonly EventStatus[] = reachableFrom[input.status];
  if (!allowed.includes(event.status)) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: event.status });
  if (event.status === "draft" && input.status === "published") refuseThePast(core, event);
  const change = { actor, reason: input.reason, lease };
  if (event.after_copy !== null && input.status === "published")
    return viewEvent(await publishAfterCopy(core, event, change));
  return viewEvent(await changeStatus(core, event, input.status, change));
}

function refuseThePast(core: Core, event: StoredEvent): void {
  if (!isSaleOver(event, core.clock())) return;
  const { sales_start, sales_end } = event;
  const text = "The sale of this event would already be over, so it can't be published.";
  throw new EventlyError("SALE_CLOSED", { sales_start, sales_end }, text);
}

/** Wishes for it only: whoever copies the seats publishes. The journal tells whose wish it was, since that may be a job. */
async function publishAfterCopy(core: Core, event: StoredEvent, change: StatusChange): Promise<StoredEvent> {
  const { event_id: subject, revision } = event;
  const { actor, reason } = change;
  const wished = { ...event, revision: revision + 1, after_copy: "publish" } as const;
  const entry = { subject, at: core.clock(), actor, reason, revision: revision + 1 };
  const wish = await transactFor(
    core.table,
    sellersOf(actor, event),
    [
      reviseEvent(event, { after_copy: "publish" }, randomUUID()),
      putJournal({ ...entry, action: "event.publication_asked" }),
    ],
    { lease: null, isPublication: true, paidTo: await findPayee(core, event, wished) },
  );
  if (wish.done) return resumeSeats(core, wished).catch((error) => leaveRunning(error, wished));
  const current = await findEvent(core.table, event.event_id);
  if (current?.status !== "draft")
    throw new EventlyError("EVENT_STATUS_CONFLICT", { status: current?.status ?? "gone" });
  return current.after_copy === null
    ? changeStatus(core, current, "published", change)
    : publishAfterCopy(core, current, change);
}

/** Scheduled work copies the seats while another large event of the organizer's is being created. */
function leaveRunning(error: unknown, wished: StoredEvent): StoredEvent {
  if (isFailure(error, "CREATION_RUNNING")) return wished;
  throw error;
}
