import type { Core } from "../core.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { StoredEvent } from "./event.table.ts";
import type { Event } from "./event.ts";
import { findEvent } from "./find-event.ts";

/** The event that an earlier request with the same key decided on, which died before its seats were copied. */
export async function findBegun({ table }: Core, lease: IdempotencyLease | null): Promise<StoredEvent | null> {
  if (!lease?.begun || !("output" in lease.begun)) return null;
  return findEvent(table, (lease.begun.output as Event).event_id);
}
