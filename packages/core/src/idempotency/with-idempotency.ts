import type { Core } from "../core.ts";
import type { EventlyError } from "../errors.ts";
import { type Keyed, takeClaim } from "./acquire-lease.ts";
import type { Answer, Claim } from "./idempotency.ts";
import { dropClaim } from "./release-lease.ts";
import { keepAnswer } from "./store-response.ts";

/** How a change ended; `asksForMore` where its answer asks for a next action, after which it is to be sent again. */
export type Ended = { output: unknown; asksForMore?: boolean } | { error: EventlyError };

/**
 * Runs a change once for each key of an actor on a route: sent again, it is told what the first request was told. What came
 * of it is kept, and that a payment was declined; any other failure frees the key, and so does an answer that asks for more.
 * Throws IDEMPOTENCY_KEY_REUSED (another input), IDEMPOTENCY_KEY_IN_USE (still running), UNAVAILABLE.
 */
export async function answerOnce<T extends Ended>(
  core: Core,
  request: Keyed,
  run: (core: Core) => Promise<T>,
): Promise<{ ended: T } | { again: Answer }> {
  const taken = await takeClaim(core, request);
  if ("answer" in taken) return { again: taken.answer };
  const ended = await run({ ...core, claim: taken.claim });
  await endClaim(core, taken.claim, ended);
  return { ended };
}

async function endClaim(core: Core, claim: Claim, ended: Ended): Promise<void> {
  if ("output" in ended && !ended.asksForMore) return keepAnswer(core, claim, { output: ended.output });
  if ("error" in ended && ended.error.code === "PAYMENT_DECLINED") {
    return keepAnswer(core, claim, { failure: ended.error.toFailure() });
  }
  return dropClaim(core, claim);
}
