import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import type { Answer, IdempotencyLease } from "./idempotency.ts";

/** How long a request may take before another one with its key takes over, seconds. */
export const leaseSeconds = 60;

/** How long an answer is kept, seconds. */
export const keptSeconds = 86_400;

/** `lease_until` is null once the answer stands for good; `answer` may stand before, while the verb has more to do. */
export type IdempotencyRecord = { body_hash: string; lease: string; lease_until: number | null; answer: Answer | null };

export function toIdempotencyRecord({ body_hash, lease, lease_until, answer }: Item): IdempotencyRecord {
  return {
    body_hash: String(body_hash),
    lease: String(lease),
    lease_until: lease_until === undefined ? null : Number(lease_until),
    answer: answer === undefined ? null : (JSON.parse(String(answer)) as Answer),
  };
}

/** never made, or ended -> leased by this request. */
export function leaseKey({ record_id, lease }: IdempotencyLease, body_hash: string, now: number): UpdateAction {
  const ends_at = now + keptSeconds;
  return {
    key: keys.claim(record_id),
    update:
      "SET body_hash = :body, lease = :lease, lease_until = :until, ends_at = :end, purge_at = :purge REMOVE answer",
    condition: "attribute_not_exists(pk) OR ends_at < :now",
    values: {
      ":body": body_hash,
      ":lease": lease,
      ":until": now + leaseSeconds,
      ":end": ends_at,
      ":purge": Math.ceil(ends_at),
      ":now": now,
    },
  };
}

/** as it was read, its lease run out -> leased by this request, with the answer that stands where there is one. */
export function takeOverLease(
  { record_id, lease }: IdempotencyLease,
  read: IdempotencyRecord,
  now: number,
): UpdateAction {
  const asRead = read.answer ? "attribute_exists(answer)" : "attribute_not_exists(answer)";
  return {
    key: keys.claim(record_id),
    update: "SET lease = :lease, lease_until = :until",
    condition: `lease = :read AND lease_until < :now AND ${asRead}`,
    values: { ":lease": lease, ":read": read.lease, ":now": now, ":until": now + leaseSeconds },
  };
}

const ours = ({ lease }: IdempotencyLease) => ({ condition: "lease = :lease", values: { ":lease": lease } });

/** Refuses what it goes with once another request has the lease. */
export function checkLease(claim: IdempotencyLease): Action {
  return { check: keys.claim(claim.record_id), ...ours(claim) };
}

/** leased by this request and unanswered -> answered; `more` where the verb has still something to do. */
export function writeResponse({ record_id, lease }: IdempotencyLease, answer: Answer, more: boolean): Action {
  return {
    key: keys.claim(record_id),
    update: `SET answer = :answer${more ? "" : " REMOVE lease_until"}`,
    condition: "lease = :lease AND attribute_not_exists(answer)",
    values: { ":lease": lease, ":answer": JSON.stringify(answer) },
  };
}

/** leased by this request -> settled with this answer. */
export function settleResponse(claim: IdempotencyLease, answer: Answer): UpdateAction {
  const { condition, values } = ours(claim);
  return {
    key: keys.claim(claim.record_id),
    update: "SET answer = :answer REMOVE lease_until",
    condition,
    values: { ...values, ":answer": JSON.stringify(answer) },
  };
}

/** leased by this request, answered but not settled -> the same, for the next request to go on with. */
export function yieldLease({ record_id, lease }: IdempotencyLease): UpdateAction {
  return {
    key: keys.claim(record_id),
    update: "SET lease_until = :ended",
    condition: "lease = :lease AND attribute_exists(lease_until)",
    values: { ":lease": lease, ":ended": 0 },
  };
}

/** leased by this request and unanswered -> never made. */
export function removeRecord({ record_id, lease }: IdempotencyLease): Action {
  return {
    remove: keys.claim(record_id),
    condition: "lease = :lease AND attribute_not_exists(answer)",
    values: { ":lease": lease },
  };
}
