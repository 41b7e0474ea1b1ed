import { EventlyError } from "@evently/core/errors";
import { IdempotencyKey, type IdempotencyLease, type IdempotentResponse } from "@evently/core/idempotency";
import { withIdempotency } from "@evently/core/idempotency/with-idempotency";
import type { DoorKeyId, UserId } from "@evently/core/ids";
import type { TRPCError } from "@trpc/server";
import type { Context } from "../context.ts";
import type { RestRoute } from "../rest/rest-route.ts";
import { keyHeader } from "./idempotency-headers.ts";
import { requiresAction } from "./requires-action.ts";
import { toEventlyError } from "./to-evently-error.ts";

type Success = { ok: true; data: unknown };
type Result = Success | { ok: false; error: TRPCError };

/** The change of a known caller with a key: `route` is the procedure's name, `body` its raw input. */
export type KeyedRequest = {
  actor: { user_id: UserId | DoorKeyId };
  route: string;
  key: string;
  body: unknown;
  rest: RestRoute | undefined;
  /** Whether its answer names people. */
  namesPeople?: boolean | undefined;
};

/**
 * Runs a change once per key; a retry gets the first response, marked as replayed. Throws the replayed error,
 * INVALID_INPUT for a malformed key, and what `withIdempotency` throws.
 */
export async function handleIdempotencyKey<R extends Result>(
  ctx: Context,
  { rest, namesPeople, ...request }: KeyedRequest,
  run: (lease: IdempotencyLease) => Promise<R>,
): Promise<R | Success> {
  const { error } = IdempotencyKey.safeParse(request.key);
  if (error) refuseKey(error.issues[0]?.message ?? "");
  function responseOf(result: R): IdempotentResponse | null {
    if (!result.ok) return { failure: toEventlyError(result.error, ctx.request_id).toFailure() };
    if (namesPeople) return { again: true };
    return requiresAction(rest, result.data) ? null : { output: result.data };
  }
  const once = await withIdempotency(ctx.core, request, { run, responseOf });
  if (!("result" in once) || once.isAgain) ctx.markReplayed();
  if ("result" in once) return once.result;
  if ("output" in once.replayed) return { ok: true, data: once.replayed.output };
  throw EventlyError.of(once.replayed.failure);
}

/** Throws INVALID_INPUT with the header as its field. */
export function refuseKey(message: string): never {
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: keyHeader, message }] });
}
