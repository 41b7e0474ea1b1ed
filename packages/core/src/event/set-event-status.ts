import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { EventId } from "../ids.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { updateItem } from "../table/update-item.ts";
import type { Actor } from "../user/user.ts";
import { changeStatus } from "./change-status.ts";
import { copySeats } from "./copy-seats.ts";
import { isSaleOver } from "./event.rules.ts";
import { type StoredEvent, viewEvent } from "./event.table.ts";
import type { Event, EventStatus } from "./event.ts";
import { getOwnEvent } from "./get-event.ts";

/** The statuses from which an organizer may reach each status. */
const reachableFrom = {
  published: ["draft", "paused"],
  paused: ["published"],
  cancelling: ["draft", "published", "paused"],
} as const satisfies Partial<Record<EventStatus, readonly EventStatus[]>>;

/**
 * Publishes, resumes, pauses or starts to cancel an event; idempotent. A draft whose seats are still being copied is
 * published once they are. Throws EVENT_NOT_FOUND, FORBIDDEN, EVENT_STATUS_CONFLICT, and SALE_CLOSED for a draft whose
 * sale would already be over.
 */
export async function setEventStatus(
  core: Core,
  actor: Actor,
  input: { event_id: EventId; status: keyof typeof reachableFrom },
  lease: IdempotencyLease | null = null,
): Promise<Event> {
  const event = await getOwnEvent(core, actor, input.event_id);
  if (event.status === input.status) return viewEvent(event);
  const allowed: readonly EventStatus[] = reachableFrom[input.status];
  if (!allowed.includes(event.status)) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: event.status });
  if (event.status === "draft" && input.status === "published") refuseThePast(core, event);
  if (event.after_copy !== null && input.status === "published") return viewEvent(await publishAfterCopy(core, event));
  const answer = viewEvent({ ...event, status: input.status });
  await changeStatus(core, event, input.status, { lease, response: { output: answer } });
  return answer;
}

function refuseThePast(core: Core, event: StoredEvent): void {
  if (!isSaleOver(event, core.clock())) return;
  const { sales_start, sales_end } = event;
  const text = "The sale of this event would already be over, so it can't be published.";
  throw new EventlyError("SALE_CLOSED", { sales_start, sales_end }, text);
}

async function publishAfterCopy(core: Core, event: StoredEvent): Promise<StoredEvent> {
  const wish = await updateItem(
    core.table,
    update({
      key: keys.event(event.event_id),
      update: "SET after_copy = :publish",
      condition: "#status = :draft AND after_copy <> :null",
      names: { "#status": "status" },
      values: { ":publish": "publish", ":draft": "draft", ":null": null },
    }),
  );
  return wish.done ? copySeats(core, event) : changeStatus(core, { ...event, after_copy: null }, "published");
}
