import type { Core } from "../core.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { Actor } from "../user/user.ts";
import type { StoredEvent } from "./event.table.ts";
import type { Event } from "./event.ts";
import { findEvent } from "./find-event.ts";
import { getOwnEvent } from "./get-event.ts";

/**
 * The event that an earlier request of the same person with the same key decided on, which died before its seats were copied. Throws
 * EVENT_NOT_FOUND, FORBIDDEN for whoever may not manage it any more.
 */
export async function findBegun(core: Core, actor: Actor, lease: IdempotencyLease | null): Promise<StoredEvent | null> {
  if (!lease?.begun || !("output" in lease.begun)) return null;
  const event = await findEvent(core.table, (lease.begun.output as Event).event_id);
  return event && getOwnEvent(core, actor, event.event_id);
}
