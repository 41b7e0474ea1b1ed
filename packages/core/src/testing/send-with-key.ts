import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotentRequest } from "../idempotency/acquire-lease.ts";
import { withIdempotency } from "../idempotency/with-idempotency.ts";

/** What a request is told, and whether it is told it again. */
export type Sent<T> = { told: T; again: boolean };

let attempts = 0;

/** The name of an attempt that nobody made before. */
export const newKey = (): string => `attempt-${attempts++}`;

/** A change that carries an Idempotency-Key, as both doors run it; throws what it is refused with, again or not. */
export async function sendWithKey<T>(
  core: Core,
  request: Pick<IdempotentRequest, "actor" | "key"> & Partial<IdempotentRequest>,
  verb: (core: Core) => Promise<T>,
): Promise<Sent<T>> {
  const once = await withIdempotency(core, { route: "verb", body: {}, ...request }, (claimed) =>
    verb(claimed).then((output) => ({ output }), toError),
  );
  if ("ended" in once) {
    if ("error" in once.ended) throw once.ended.error;
    return { told: once.ended.output, again: false };
  }
  if ("failure" in once.again) throw EventlyError.of(once.again.failure);
  return { told: once.again.output as T, again: true };
}

function toError(error: unknown): { error: EventlyError } {
  if (error instanceof EventlyError) return { error };
  throw error;
}
