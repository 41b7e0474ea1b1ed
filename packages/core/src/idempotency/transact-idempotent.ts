import { EventlyError } from "../errors.ts";
import type { Table } from "../table/table.ts";
import { type Action, type Outcome, transact } from "../table/transact.ts";
import { checkLease, writeResponse } from "./idempotency.table.ts";
import type { IdempotencyLease, IdempotentResponse } from "./idempotency.ts";

/**
 * `response` is returned by the request once the transaction succeeds; without one the lease is only checked.
 * `isInterim` if the request has more work to do: if it dies before that, the next request with the key finds the
 * response as its lease's `begun`; otherwise the final response replaces it.
 */
export type Recording = {
  lease: IdempotencyLease | null;
  response?: IdempotentResponse | undefined;
  isInterim?: boolean;
};

/**
 * The transaction that decides a request. If the request has a key, the same transaction stores its response, and fails
 * once another request has taken over the key: so a key has exactly one outcome, whatever dies or resumes late. Returns
 * only the failed conditions of `actions`. Throws IDEMPOTENCY_KEY_IN_USE if the key was taken over, and whatever
 * `transact` throws.
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
  // The condition failed although the lease is ours: an earlier send of this transaction has stored the response.
  lease.isSettled ||= response !== undefined && !isInterim;
  return { done: true };
}
