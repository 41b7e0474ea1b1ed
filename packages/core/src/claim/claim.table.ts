import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import type { Answer, Claim } from "./claim.ts";

/** How long a request may take before another one with its key takes over, seconds. */
export const leaseSeconds = 60;

/** How long an answer is kept, seconds. */
export const keptSeconds = 86_400;

/** `lease_until` is null once the answer stands for good; `answer` may stand before, while the verb has more to do. */
export type StoredClaim = { body_hash: string; lease: string; lease_until: number | null; answer: Answer | null };

export function toStoredClaim({ body_hash, lease, lease_until, answer }: Item): StoredClaim {
  return {
    body_hash: String(body_hash),
    lease: String(lease),
    lease_until: lease_until === undefined ? null : Number(lease_until),
    answer: answer === undefined ? null : (JSON.parse(String(answer)) as Answer),
  };
}

/** never made, or ended -> leased by this request. */
export function leaseClaim({ claim_id, lease }: Claim, body_hash: string, now: number): UpdateAction {
  const ends_at = now + keptSeconds;
  return {
    key: keys.claim(claim_id),
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

/** as it was read, its lease run out -> this request's: leased anew, or settled where an answer stands already. */
export function takeOverClaim({ claim_id, lease }: Claim, read: StoredClaim, now: number): UpdateAction {
  const common = { key: keys.claim(claim_id) };
  const values = { ":lease": lease, ":read": read.lease, ":now": now };
  const ranOut = "lease = :read AND lease_until < :now";
  if (read.answer) {
    const condition = `${ranOut} AND attribute_exists(answer)`;
    return { ...common, update: "SET lease = :lease REMOVE lease_until", condition, values };
  }
  return {
    ...common,
    update: "SET lease = :lease, lease_until = :until",
    condition: `${ranOut} AND attribute_not_exists(answer)`,
    values: { ...values, ":until": now + leaseSeconds },
  };
}

const ours = ({ lease }: Claim) => ({ condition: "lease = :lease", values: { ":lease": lease } });

/** Refuses what it goes with once another request has the lease. */
export function checkClaim(claim: Claim): Action {
  return { check: keys.claim(claim.claim_id), ...ours(claim) };
}

/** leased by this request and unanswered -> answered; `more` where the verb has still something to do. */
export function answerClaim({ claim_id, lease }: Claim, answer: Answer, more: boolean): Action {
  return {
    key: keys.claim(claim_id),
    update: `SET answer = :answer${more ? "" : " REMOVE lease_until"}`,
    condition: "lease = :lease AND attribute_not_exists(answer)",
    values: { ":lease": lease, ":answer": JSON.stringify(answer) },
  };
}

/** leased by this request -> settled, with this answer, or with the one that stands. */
export function settleClaim(claim: Claim, answer?: Answer): UpdateAction {
  const { condition, values } = ours(claim);
  return {
    key: keys.claim(claim.claim_id),
    update: `${answer ? "SET answer = :answer " : ""}REMOVE lease_until`,
    condition,
    values: answer ? { ...values, ":answer": JSON.stringify(answer) } : values,
  };
}

/** leased by this request and unanswered -> never made. */
export function removeClaim({ claim_id, lease }: Claim): Action {
  return {
    remove: keys.claim(claim_id),
    condition: "lease = :lease AND attribute_not_exists(answer)",
    values: { ":lease": lease },
  };
}
