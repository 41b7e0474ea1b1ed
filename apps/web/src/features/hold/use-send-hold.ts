import type { HoldingView, PlaceHold } from "@evently/core/hold";
import { answerLimitMs } from "~/trpc/api-pulse";
import { trpc } from "~/trpc/client";
import { OfflineError, SilentError } from "~/trpc/describe-silence";
import { findFailureOf } from "~/trpc/failure";
import { withIdempotencyKey } from "~/trpc/idempotency-key";
import { silenceAfter } from "~/trpc/silence-after";
import { NotSentError } from "./describe-hold-failure";

/**
 * Sends a hold, within one limit for all that it takes: a visitor becomes a guest first, and again where the session is
 * no longer known. Sent again with the same key, it gets the first outcome. Rejects with NotSentError before a hold was sent.
 */
export function useSendHold(): (request: PlaceHold, key: string) => Promise<HoldingView> {
  const utils = trpc.useUtils();
  const { session, hold } = utils.client;

  async function startGuest(signal: AbortSignal): Promise<void> {
    await session.startGuest.mutate({}, { signal });
    void utils.session.get.invalidate();
  }

  /** Without a session that this page knows of, another tab may have started one. */
  async function ensureSession(signal: AbortSignal): Promise<void> {
    if (utils.session.get.getData()) return;
    const user = await session.get.query(undefined, { signal });
    if (user === null) await startGuest(signal);
  }

  return async (request, key) => {
    if (!navigator.onLine) throw new OfflineError();
    const { signal } = silenceAfter(answerLimitMs);
    const silent = (error: unknown) => (signal.aborted ? new SilentError() : error);
    const notSent = (error: unknown) => Promise.reject(new NotSentError(silent(error)));
    const send = () =>
      hold.place
        .mutate(request, { ...withIdempotencyKey(key), signal })
        .catch((error: unknown) => Promise.reject(silent(error)));
    await ensureSession(signal).catch(notSent);
    try {
      return await send();
    } catch (error) {
      // Cookies were deleted, or the session has ended: nothing was held.
      if (!findFailureOf(error, "SIGN_IN_REQUIRED")) throw error;
    }
    await startGuest(signal).catch(notSent);
    return send();
  };
}
