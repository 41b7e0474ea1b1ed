import { type Answer, type Claim, IdempotencyKey } from "@evently/core/claim/claim";
import { dropClaim } from "@evently/core/claim/drop-claim";
import { keepAnswer } from "@evently/core/claim/keep-answer";
import { takeClaim } from "@evently/core/claim/take-claim";
import type { Core } from "@evently/core/core";
import { EventlyError } from "@evently/core/errors";
import type { Actor } from "@evently/core/user";
import type { TRPCError } from "@trpc/server";
import { asksForMore } from "./asks-for-more.ts";
import type { Context } from "./context.ts";
import { toEventlyError } from "./to-evently-error.ts";
import type { Meta } from "./trpc.ts";

export const keyHeader = "Idempotency-Key";
export const replayedHeader = "Idempotency-Replayed";

type Result = { ok: true; data: unknown } | { ok: false; error: TRPCError };

/** A change that someone known asks for: `route` is the procedure's name, `body` its input as it was sent. */
export type Asked = { actor: Actor; route: string; key: string; body: unknown; meta: Meta | undefined };

/**
 * Runs a change once for each key of an actor: sent again, it is told what the first request was told. What came of it is
 * kept, and that a payment was declined; any other failure frees the key, and so does an answer that asks for a next action.
 * Throws INVALID_INPUT for a malformed key, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE, and what is told again.
 */
export async function answerOnce<R extends Result>(
  ctx: Context,
  { meta, ...asked }: Asked,
  run: (core: Core) => Promise<R>,
): Promise<R | { ok: true; data: unknown }> {
  if (!IdempotencyKey.safeParse(asked.key).success) refuseKey("1 to 255 visible characters");
  const taken = await takeClaim(ctx.core, asked);
  if ("answer" in taken) {
    ctx.markReplayed();
    return tellAgain(taken.answer);
  }
  const result = await run({ ...ctx.core, claim: taken.claim });
  await endClaim(ctx, taken.claim, result, meta);
  return result;
}

/** Throws INVALID_INPUT with the header as its field. */
export function refuseKey(message: string): never {
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: keyHeader, message }] });
}

function tellAgain(answer: Answer): { ok: true; data: unknown } {
  if ("output" in answer) return { ok: true, data: answer.output };
  const { error, error_code, details } = answer.failure;
  throw new EventlyError(error_code, details, error);
}

async function endClaim(
  { core, request_id }: Context,
  claim: Claim,
  result: Result,
  meta: Meta | undefined,
): Promise<void> {
  if (result.ok) {
    if (asksForMore(meta?.rest, result.data)) return dropClaim(core, claim);
    return keepAnswer(core, claim, { output: result.data });
  }
  const failure = toEventlyError(result.error, request_id);
  if (failure.code !== "PAYMENT_DECLINED") return dropClaim(core, claim);
  return keepAnswer(core, claim, { failure: failure.toFailure() });
}
