import { deflateRawSync, inflateRawSync } from "node:zlib";
import { check, remove, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import type { IdempotencyLease, IdempotentResponse } from "./idempotency.ts";

/** How long a request may run before another one with its key takes over, in seconds. */
export const leaseSeconds = 60;

/** How long a response is kept, in seconds. */
export const keptSeconds = 86_400;

/** `lease_until` is null once the response is final; an interim response may exist before that. */
export type IdempotencyRecord = {
  body_hash: string;
  lease_id: string;
  lease_until: number | null;
  response: IdempotentResponse | null;
};

export function toIdempotencyRecord({ body_hash, lease, lease_until, answer }: Item): IdempotencyRecord {
  return {
    body_hash: String(body_hash),
    lease_id: String(lease),
    lease_until: lease_until === undefined ? null : Number(lease_until),
    response: answer === undefined ? null : unpackAnswer(answer as string | Uint8Array),
  };
}

/**
 * Longer answers are stored deflated: that of a hold costs one unit, and the keys of 10,000 added seats fit an item. In
 * characters.
 */
const longestPlain = 500;

/** What of an item of 400 kB is left for an answer. */
export const maxAnswerBytes = 390_000;

/** The answer as stored: JSON, deflated where it is long. */
export function packAnswer(response: IdempotentResponse): string | Uint8Array {
  const json = JSON.stringify(response);
  return json.length <= longestPlain ? json : deflateRawSync(json);
}

function unpackAnswer(answer: string | Uint8Array): IdempotentResponse {
  const json = typeof answer === "string" ? answer : inflateRawSync(answer).toString("utf8");
  return JSON.parse(json) as IdempotentResponse;
}

/** absent, or expired -> leased by this request. */
export function leaseKey({ record_id, lease_id }: IdempotencyLease, body_hash: string, now: number): UpdateAction {
  const ends_at = now + keptSeconds;
  return update({
    key: keys.idempotencyRecord(record_id),
    update:
      "SET body_hash = :body, lease = :lease, lease_until = :until, ends_at = :end, purge_at = :purge REMOVE answer",
    condition: "attribute_not_exists(pk) OR ends_at < :now",
    values: {
      ":body": body_hash,
      ":lease": lease_id,
      ":until": now + leaseSeconds,
      ":end": ends_at,
      ":purge": Math.ceil(ends_at),
      ":now": now,
    },
  });
}

/** unchanged since the read, its lease expired -> leased by this request, with the stored response if there is one. */
export function takeOverLease(
  { record_id, lease_id }: IdempotencyLease,
  read: IdempotencyRecord,
  now: number,
): UpdateAction {
  const asRead = read.response ? "attribute_exists(answer)" : "attribute_not_exists(answer)";
  return update({
    key: keys.idempotencyRecord(record_id),
    update: "SET lease = :lease, lease_until = :until",
    condition: `lease = :read AND lease_until < :now AND ${asRead}`,
    values: { ":lease": lease_id, ":read": read.lease_id, ":now": now, ":until": now + leaseSeconds },
  });
}

const ours = ({ lease_id }: IdempotencyLease) =>
  ({ condition: "lease = :lease", values: { ":lease": lease_id } }) as const;

/** Fails its transaction once another request has the lease. */
export function checkLease(lease: IdempotencyLease): Action {
  return check({ check: keys.idempotencyRecord(lease.record_id), ...ours(lease) });
}

/** leased by this request, without a response -> with a response; `isInterim` if the request still has work to do. */
export function writeResponse(
  { record_id, lease_id }: IdempotencyLease,
  response: IdempotentResponse,
  isInterim: boolean,
): Action {
  return update({
    key: keys.idempotencyRecord(record_id),
    update: isInterim ? "SET answer = :answer" : "SET answer = :answer REMOVE lease_until",
    condition: "lease = :lease AND attribute_not_exists(answer)",
    values: { ":lease": lease_id, ":answer": packAnswer(response) },
  });
}

/** leased by this request -> final, with this response. */
export function settleResponse(lease: IdempotencyLease, response: IdempotentResponse): UpdateAction {
  const { condition, values } = ours(lease);
  return update({
    key: keys.idempotencyRecord(lease.record_id),
    update: "SET answer = :answer REMOVE lease_until",
    condition,
    values: { ...values, ":answer": packAnswer(response) },
  });
}

/** leased by this request, with an interim response -> free for the next request to resume. */
export function yieldLease({ record_id, lease_id }: IdempotencyLease): UpdateAction {
  return update({
    key: keys.idempotencyRecord(record_id),
    update: "SET lease_until = :ended",
    condition: "lease = :lease AND attribute_exists(lease_until)",
    values: { ":lease": lease_id, ":ended": 0 },
  });
}

/** leased by this request, without a response -> absent. */
export function removeRecord({ record_id, lease_id }: IdempotencyLease): Action {
  return remove({
    remove: keys.idempotencyRecord(record_id),
    condition: "lease = :lease AND attribute_not_exists(answer)",
    values: { ":lease": lease_id },
  });
}
