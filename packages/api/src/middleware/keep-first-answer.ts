import type { Core } from "@evently/core/core";
import { EventlyError } from "@evently/core/errors";
import { IdempotencyKey } from "@evently/core/idempotency";
import { withIdempotency } from "@evently/core/idempotency/with-idempotency";
import type { Actor } from "@evently/core/user";
import type { TRPCError } from "@trpc/server";
import type { Context } from "../context.ts";
import type { Meta } from "../trpc.ts";
import { asksForMore } from "./asks-for-more.ts";
import { toEventlyError } from "./to-evently-error.ts";

export const keyHeader = "Idempotency-Key";
export const replayedHeader = "Idempotency-Replayed";

type IdempotentResponse = { ok: true; data: unknown };
type Result = IdempotentResponse | { ok: false; error: TRPCError };

/** A change that someone known asks for: `route` is the procedure's name, `body` its input as it was sent. */
export type Asked = { actor: Actor; route: string; key: string; body: unknown; meta: Meta | undefined };

/**
 * Runs a change whose caller gave it a key; sent again, it is told its first answer, marked as such. Throws what is told
 * again, INVALID_INPUT for a malformed key, and what `answerOnce` throws.
 */
export async function keepFirstAnswer<R extends Result>(
  ctx: Context,
  { meta, ...asked }: Asked,
  run: (core: Core) => Promise<R>,
): Promise<R | IdempotentResponse> {
  const { error } = IdempotencyKey.safeParse(asked.key);
  if (error) refuseKey(error.issues[0]?.message ?? "");
  const once = await withIdempotency(ctx.core, asked, async (core) => {
    const result = await run(core);
    if (!result.ok) return { result, error: toEventlyError(result.error, ctx.request_id) };
    return { result, output: result.data, asksForMore: asksForMore(meta?.rest, result.data) };
  });
  if ("ended" in once) return once.ended.result;
  ctx.markReplayed();
  if ("output" in once.again) return { ok: true, data: once.again.output };
  throw EventlyError.of(once.again.failure);
}

/** Throws INVALID_INPUT with the header as its field. */
export function refuseKey(message: string): never {
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: keyHeader, message }] });
}
