import type { Core } from "../core.ts";
import { acquireLease, type IdempotentRequest } from "./acquire-lease.ts";
import type { IdempotencyLease, IdempotentResponse } from "./idempotency.ts";
import { releaseLease } from "./release-lease.ts";
import { storeResponse } from "./store-response.ts";

type Change<T> = {
  run(lease: IdempotencyLease): Promise<T>;
  /** The response to the request; null if it requires an action, after which the request is sent again. */
  responseOf(result: T): IdempotentResponse | null;
};

/**
 * Runs a change once per key, actor and route: retries get the first response. Successful responses and declined
 * payments are stored; any other failure frees the key, and so does a response that requires an action. Throws
 * IDEMPOTENCY_KEY_REUSED (another input), IDEMPOTENCY_KEY_IN_USE (still running), UNAVAILABLE. `isAgain` where it was run once more for
 * a response that is not stored itself.
 */
export async function withIdempotency<T>(
  core: Core,
  request: IdempotentRequest,
  { run, responseOf }: Change<T>,
): Promise<{ result: T; isAgain: boolean } | { replayed: StoredResponse }> {
  const acquired = await acquireLease(core, request);
  if ("response" in acquired) {
    if (!("again" in acquired.response)) return { replayed: acquired.response };
    return { result: await run(acquired.lease), isAgain: true };
  }
  const result = await run(acquired.lease);
  const response = responseOf(result);
  if (response && isStored(response)) await storeResponse(core, acquired.lease, response);
  else await releaseLease(core, acquired.lease);
  return { result, isAgain: false };
}

type StoredResponse = Exclude<IdempotentResponse, { again: true }>;

const isStored = (response: IdempotentResponse): boolean =>
  !("failure" in response) || response.failure.error_code === "PAYMENT_DECLINED";
