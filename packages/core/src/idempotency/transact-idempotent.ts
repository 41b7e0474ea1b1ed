import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { type Action, type Outcome, transact } from "../table/transact.ts";
import { checkLease, writeResponse } from "./idempotency.table.ts";
import type { Answer } from "./idempotency.ts";

/**
 * What the caller is told of the transaction, as its route answers it. `more` where the verb has something to do
 * afterwards: then the next request with the key finds this answer as its claim's `begun` where this one dies, and else
 * the verb's own replaces it.
 */
export type IdempotentResponse = { answer: () => Answer | Promise<Answer>; more?: true };

/**
 * A transaction that decides what a request asked for. Where the request carries a key, the answer is written in it, and it
 * is refused once another request has taken the key over: so the same attempt has one outcome, whatever dies or wakes
 * late. Without `told` it is only refused so. The refusals that are answered are those of `actions`.
 * Throws IDEMPOTENCY_KEY_IN_USE where the key was taken over, and what `transact` throws.
 */
export async function transactIdempotent(core: Core, actions: Action[], told?: IdempotentResponse): Promise<Outcome> {
  const { claim } = core;
  if (!claim) return transact(core.table, actions);
  const more = told?.more === true;
  const own = told ? writeResponse(claim, await told.answer(), more) : checkLease(claim);
  const outcome = await transact(core.table, [...actions, own]);
  const failedCondition = outcome.done
    ? undefined
    : outcome.failedConditions.find(({ index }) => index === actions.length);
  if (!outcome.done && !failedCondition) return outcome;
  if (failedCondition && failedCondition.item?.lease !== claim.lease)
    throw new EventlyError("IDEMPOTENCY_KEY_IN_USE", {});
  // Refused though the lease is ours: an earlier send of this very transaction has answered it.
  claim.isSettled ||= told !== undefined && !more;
  return { done: true };
}
