import type { Core } from "../core.ts";
import type { EventlyError } from "../errors.ts";
import { acquireLease, type IdempotentRequest } from "./acquire-lease.ts";
import type { Answer, IdempotencyLease } from "./idempotency.ts";
import { releaseLease } from "./release-lease.ts";
import { storeResponse } from "./store-response.ts";

/** How a change ended; `asksForMore` where its answer asks for a next action, after which it is to be sent again. */
export type Ended = { output: unknown; asksForMore?: boolean } | { error: EventlyError };

/**
 * Runs a change once for each key of an actor on a route: sent again, it is told what the first request was told. What came
 * of it is kept, and that a payment was declined; any other failure frees the key, and so does an answer that asks for more.
 * Throws IDEMPOTENCY_KEY_REUSED (another input), IDEMPOTENCY_KEY_IN_USE (still running), UNAVAILABLE.
 */
export async function withIdempotency<T extends Ended>(
  core: Core,
  request: IdempotentRequest,
  run: (core: Core) => Promise<T>,
): Promise<{ ended: T } | { again: Answer }> {
  const taken = await acquireLease(core, request);
  if ("answer" in taken) return { again: taken.answer };
  const ended = await run({ ...core, claim: taken.claim });
  await settleLease(core, taken.claim, ended);
  return { ended };
}

async function settleLease(core: Core, claim: IdempotencyLease, ended: Ended): Promise<void> {
  if ("output" in ended && !ended.asksForMore) return storeResponse(core, claim, { output: ended.output });
  if ("error" in ended && ended.error.code === "PAYMENT_DECLINED") {
    return storeResponse(core, claim, { failure: ended.error.toFailure() });
  }
  return releaseLease(core, claim);
}
