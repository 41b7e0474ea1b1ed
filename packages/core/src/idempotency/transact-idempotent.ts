import { EventlyError } from "../errors.ts";
import type { Table } from "../table/table.ts";
import { type Action, type Outcome, transact } from "../table/transact.ts";
import { checkLease, writeResponse } from "./idempotency.table.ts";
import type { IdempotencyLease, IdempotentResponse } from "./idempotency.ts";

/**
 * `response` is what the request is answered where the transaction is done; without one the lease is only checked.
 * `isInterim` where the verb has more to do afterwards: should it die before, the next request with the key finds the
 * response as its lease's `begun`; else the verb's own answer replaces it.
 */
export type Recording = {
  lease: IdempotencyLease | null;
  response?: IdempotentResponse | undefined;
  isInterim?: boolean;
};

/**
 * A transaction that decides what a request asked for. Where the request carries a key, its response is written by the same
 * transaction, which is refused once another request has taken the key over: so a key has one outcome, whatever dies or
 * wakes late. The failed conditions that are answered are those of `actions`.
 * Throws IDEMPOTENCY_KEY_IN_USE where the key was taken over, and what `transact` throws.
 */
export async function transactIdempotent(
  table: Table,
  actions: Action[],
  { lease, response, isInterim = false }: Recording,
): Promise<Outcome> {
  if (!lease) return transact(table, actions);
  const own = response ? writeResponse(lease, response, isInterim) : checkLease(lease);
  const outcome = await transact(table, [...actions, own]);
  const failedCondition = outcome.done
    ? undefined
    : outcome.failedConditions.find(({ index }) => index === actions.length);
  if (!outcome.done && !failedCondition) return outcome;
  if (failedCondition && failedCondition.item?.lease !== lease.lease_id)
    throw new EventlyError("IDEMPOTENCY_KEY_IN_USE", {});
  // Refused though the lease is ours: an earlier send of this very transaction has stored the response.
  lease.isSettled ||= response !== undefined && !isInterim;
  return { done: true };
}
