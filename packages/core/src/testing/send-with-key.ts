import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotentRequest } from "../idempotency/acquire-lease.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { withIdempotency } from "../idempotency/with-idempotency.ts";

/** The response to a request, and whether it was a replay. */
export type KeyedAnswer<T> = { answer: T; replayed: boolean };

let keys = 0;

/** An unused key. */
export const newKey = (): string => `key-${keys++}`;

/** Sends a change with an Idempotency-Key, as the API does; throws its error, replayed or not. */
export async function sendWithKey<T>(
  core: Core,
  request: Pick<IdempotentRequest, "actor" | "key"> & Partial<IdempotentRequest>,
  verb: (lease: IdempotencyLease) => Promise<T>,
): Promise<KeyedAnswer<T>> {
  const once = await withIdempotency<{ output: T } | { error: EventlyError }>(
    core,
    { route: "verb", body: {}, ...request },
    {
      run: (lease) => verb(lease).then((output) => ({ output }), toError),
      responseOf: (result) => ("error" in result ? { failure: result.error.toFailure() } : result),
    },
  );
  if ("result" in once) {
    if ("error" in once.result) throw once.result.error;
    return { answer: once.result.output, replayed: false };
  }
  if ("failure" in once.replayed) throw EventlyError.of(once.replayed.failure);
  return { answer: once.replayed.output as T, replayed: true };
}

function toError(error: unknown): { error: EventlyError } {
  if (error instanceof EventlyError) return { error };
  throw error;
}
