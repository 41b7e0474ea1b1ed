import { createHash, randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { DoorKeyId, UserId } from "../ids.ts";
import { updateItem } from "../table/update-item.ts";
import { type IdempotencyRecord, leaseKey, takeOverLease, toIdempotencyRecord } from "./idempotency.table.ts";
import type { IdempotencyLease, IdempotentResponse } from "./idempotency.ts";

/** `actor` may have a door's key instead of an account; `route` is the procedure's name, `body` its raw input. */
export type IdempotentRequest = { actor: { user_id: UserId | DoorKeyId }; route: string; key: string; body: unknown };

/** How often the record is read again after it changed between our read and our write. */
const maxAttempts = 3;

/**
 * Leases the key of an actor on a route to this request, or returns the response to its first request. An expired lease
 * belonged to a request that died: this one takes over, from the stored decision if there is one. Throws
 * IDEMPOTENCY_KEY_REUSED (another body), IDEMPOTENCY_KEY_IN_USE (still running), UNAVAILABLE.
 */
export async function acquireLease(
  core: Core,
  request: IdempotentRequest,
): Promise<{ lease: IdempotencyLease } | { lease: IdempotencyLease; response: IdempotentResponse }> {
  const record_id = hash([request.actor.user_id, request.route, request.key].join("\n"));
  const body_hash = hash(JSON.stringify(request.body, inOrder) ?? "");
  const lease: IdempotencyLease = { record_id, lease_id: randomUUID(), isSettled: false };
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const now = core.clock();
    const leased = await updateItem(core.table, leaseKey(lease, body_hash, now));
    if (leased.done) return { lease };
    const stored = toIdempotencyRecord(leased.item ?? {});
    // A send without a response is retried: then the existing lease is our own.
    if (stored.lease_id === lease.lease_id) return { lease: resume(lease, stored) };
    refuse(stored, body_hash, now);
    if (stored.lease_until === null && stored.response)
      return { response: stored.response, lease: { ...lease, isSettled: true, begun: stored.response } };
    const taken = await updateItem(core.table, takeOverLease(lease, stored, now));
    if (taken.done) return { lease: resume(lease, stored) };
  }
  throw new EventlyError("IDEMPOTENCY_KEY_IN_USE", {});
}

function resume(lease: IdempotencyLease, { response }: IdempotencyRecord): IdempotencyLease {
  return response ? { ...lease, begun: response } : lease;
}

function refuse(stored: IdempotencyRecord, body_hash: string, now: number): void {
  if (stored.body_hash !== body_hash) throw new EventlyError("IDEMPOTENCY_KEY_REUSED", {});
  if (stored.lease_until !== null && stored.lease_until >= now) throw new EventlyError("IDEMPOTENCY_KEY_IN_USE", {});
}

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** The order of an object's fields has no meaning. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
